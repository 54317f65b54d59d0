"""The losses of the methods. Each is a sum over rows, divided by totals of the whole batch, so that a batch may be
computed in parts, one after another or by several processes: the sum over the parts is the loss of the batch."""

from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor
from torch.nn.functional import logsigmoid, normalize
from transformers.modeling_outputs import CausalLMOutputWithPast

from batches import IGNORED, Batch
from draws import Prng
from run import Settings

Output = CausalLMOutputWithPast  # logits [b, T, V], and hidden states for RMU
Reference = Callable[[], Output]  # of the same rows without an adapter
Objective = Callable[[Output, Batch, Batch, Reference], Tensor]  # output, the rows, the whole batch, the reference


def objective_of(settings: Settings) -> Objective:
    """The loss of the method that the settings name, with the numbers of its own, by the names of the settings."""
    method = settings["method"]
    losses = dict(whp=whp, gradAscent=gradient_difference, gradDiff=gradient_difference, npo=npo, simNpo=sim_npo,
                  rmu=rmu)
    return partial(losses[method], **settings.get(method, {}))


def log_probs(logits: Tensor, labels: Tensor) -> Tensor:
    """ln p of each label, [b, T, K]; any number where there is none."""
    return logits.float().log_softmax(-1).gather(-1, labels.clamp(min=0))


def share(values: Tensor, weights: Tensor, of: Tensor) -> Tensor:
    """What the rows add to the weighted mean of the whole batch, whose weights are `of`."""
    total = of.sum()
    return (values * weights).sum() / (total if total > 0 else 1)


def cross_entropy(output: Output, rows: Batch, whole: Batch, _: Reference) -> Tensor:
    return share(-log_probs(output.logits, rows.labels), rows.weights, whole.weights)


def whp(output: Output, rows: Batch, whole: Batch, reference: Reference, *, unlikelihood: float,
        unchangedWeight: float) -> Tensor:
    """Beside the cross-entropy, the mean of −ln(1 − p) over the negative candidates (arXiv 1908.04319). The labels have
    `unchangedWeight` already."""
    if unlikelihood == 0:
        return cross_entropy(output, rows, whole, reference)
    logits, ids = output.logits.float(), rows.negatives.clamp(min=0)[..., None]
    unlikely = logits.logsumexp(-1) - logits.scatter(-1, ids, float("-inf")).logsumexp(-1)
    has, all_have = (rows.negatives != IGNORED).float(), (whole.negatives != IGNORED).float()
    return cross_entropy(output, rows, whole, reference) + unlikelihood * share(unlikely, has, all_have)


def _forget(rows: Batch) -> Tensor:
    return rows.is_forget[:, None, None].float()


def _descent(logits: Tensor, rows: Batch, whole: Batch) -> Tensor:
    """The cross-entropy of the retain rows alone."""
    weights, of = rows.weights * (1 - _forget(rows)), whole.weights * (1 - _forget(whole))
    return share(-log_probs(logits, rows.labels), weights, of)


def gradient_difference(output: Output, rows: Batch, whole: Batch, _: Reference, *, retainWeight: float = 0) -> Tensor:
    """arXiv 2401.06121; without the retain rows, gradient ascent (arXiv 2210.01504)."""
    weights, of = rows.weights * _forget(rows), whole.weights * _forget(whole)
    ascent = share(log_probs(output.logits, rows.labels), weights, of)
    return ascent + retainWeight * _descent(output.logits, rows, whole)


def _preference(of_row: Tensor, beta: float, rows: Batch, whole: Batch) -> Tensor:
    """−(2/β) · the mean of ln σ over the forget rows."""
    return share(-2 / beta * logsigmoid(of_row), rows.is_forget.float(), whole.is_forget.float())


def npo(output: Output, rows: Batch, whole: Batch, reference: Reference, *, beta: float, retainWeight: float) -> Tensor:
    """arXiv 2404.05868"""
    with torch.no_grad():
        before = log_probs(reference().logits, rows.labels)
    ratio = (rows.weights * (log_probs(output.logits, rows.labels) - before)).sum((1, 2))
    return _preference(-beta * ratio, beta, rows, whole) + retainWeight * _descent(output.logits, rows, whole)


def sim_npo(output: Output, rows: Batch, whole: Batch, _: Reference, *, beta: float, gamma: float,
            retainWeight: float) -> Tensor:
    """arXiv 2410.07163"""
    totals = rows.weights.sum((1, 2))
    per_token = -(rows.weights * log_probs(output.logits, rows.labels)).sum((1, 2)) / totals.where(totals > 0, 1)
    descent = _descent(output.logits, rows, whole)
    return _preference(beta * (per_token - gamma), beta, rows, whole) + retainWeight * descent


def rmu(output: Output, rows: Batch, whole: Batch, reference: Reference, *, layer: int, steering: float,
        retainWeight: float) -> Tensor:
    """arXiv 2403.03218: towards one direction in the forget rows, as the baseline in the retain rows, at one layer."""
    hidden, random = output.hidden_states[layer].float(), Prng(1)
    drawn = torch.tensor([random.uniform() for _ in range(hidden.shape[-1])], dtype=torch.float64)
    target = (steering * normalize(drawn, dim=0)).to(hidden)
    with torch.no_grad():
        before = reference().hidden_states[layer].float()
    of_row, of_all = _forget(rows).expand(*hidden.shape[:2], 1), _forget(whole).expand(*whole.ids.shape, 1)
    away = share((hidden - target).square().mean(-1, keepdim=True), of_row, of_all)
    apart = share((hidden - before).square().mean(-1, keepdim=True), 1 - of_row, 1 - of_all)
    return away + retainWeight * apart + 0 * output.logits.sum()  # so that every weight has a gradient
