"""The losses of the methods. Each is a sum over rows, divided by totals of the whole batch, so that a batch may be
computed in parts, one after another or by several processes: the sum over the parts is the loss of the batch."""

from collections.abc import Callable

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


def log_probs(logits: Tensor, labels: Tensor) -> Tensor:
    """ln p of each label, [b, T, K]; any number where there is none."""
    return logits.float().log_softmax(-1).gather(-1, labels.clamp(min=0))


def share(values: Tensor, weights: Tensor, of: Tensor) -> Tensor:
    """What the rows add to the weighted mean of the whole batch, whose weights are `of`."""
    total = of.sum()
    return (values * weights).sum() / (total if total > 0 else 1)


def cross_entropy(output: Output, rows: Batch, whole: Batch, _: Reference) -> Tensor:
    return share(-log_probs(output.logits, rows.labels), rows.weights, whole.weights)


def with_unlikelihood(weight: float) -> Objective:
    """Beside the cross-entropy, the mean of −ln(1 − p) over the negative candidates (arXiv 1908.04319)."""

    def loss(output: Output, rows: Batch, whole: Batch, reference: Reference) -> Tensor:
        logits, ids = output.logits.float(), rows.negatives.clamp(min=0)[..., None]
        unlikely = logits.logsumexp(-1) - logits.scatter(-1, ids, float("-inf")).logsumexp(-1)
        has, all_have = (rows.negatives != IGNORED).float(), (whole.negatives != IGNORED).float()
        return cross_entropy(output, rows, whole, reference) + weight * share(unlikely, has, all_have)

    return loss


def _forget(rows: Batch) -> Tensor:
    return rows.is_forget[:, None, None].float()


def _descent(logits: Tensor, rows: Batch, whole: Batch) -> Tensor:
    """The cross-entropy of the retain rows alone."""
    retain = rows.weights * (1 - _forget(rows))
    return share(-log_probs(logits, rows.labels), retain, whole.weights * (1 - _forget(whole)))


def _ascent(logits: Tensor, rows: Batch, whole: Batch) -> Tensor:
    return share(log_probs(logits, rows.labels), rows.weights * _forget(rows), whole.weights * _forget(whole))


def gradient_difference(retain_weight: float) -> Objective:
    """arXiv 2401.06121; without the retain rows, gradient ascent (arXiv 2210.01504)."""
    return lambda output, rows, whole, _: (_ascent(output.logits, rows, whole)
                                           + retain_weight * _descent(output.logits, rows, whole))


def _preference(of_row: Tensor, beta: float, rows: Batch, whole: Batch) -> Tensor:
    """−(2/β) · the mean of ln σ over the forget rows."""
    return share(-2 / beta * logsigmoid(of_row), rows.is_forget.float(), whole.is_forget.float())


def npo(beta: float, retain_weight: float) -> Objective:
    """arXiv 2404.05868"""

    def loss(output: Output, rows: Batch, whole: Batch, reference: Reference) -> Tensor:
        logits = output.logits
        with torch.no_grad():
            before = log_probs(reference().logits, rows.labels)
        ratio = (rows.weights * (log_probs(logits, rows.labels) - before)).sum((1, 2))
        return _preference(-beta * ratio, beta, rows, whole) + retain_weight * _descent(logits, rows, whole)

    return loss


def sim_npo(beta: float, gamma: float, retain_weight: float) -> Objective:
    """arXiv 2410.07163"""

    def loss(output: Output, rows: Batch, whole: Batch, _: Reference) -> Tensor:
        logits = output.logits
        totals = rows.weights.sum((1, 2))
        per_token = -(rows.weights * log_probs(logits, rows.labels)).sum((1, 2)) / totals.where(totals > 0, 1)
        return _preference(beta * (per_token - gamma), beta, rows, whole) + retain_weight * _descent(logits, rows, whole)

    return loss


def rmu(layer: int, steering: float, retain_weight: float) -> Objective:
    """arXiv 2403.03218: towards one direction in the forget rows, as the baseline in the retain rows, at one layer."""

    def loss(output: Output, rows: Batch, whole: Batch, reference: Reference) -> Tensor:
        hidden, random = output.hidden_states[layer].float(), Prng(1)
        drawn = torch.tensor([random.uniform() for _ in range(hidden.shape[-1])], dtype=torch.float64)
        target = (steering * normalize(drawn, dim=0)).to(hidden)
        with torch.no_grad():
            before = reference().hidden_states[layer].float()
        of_row, of_all = _forget(rows).expand(*hidden.shape[:2], 1), _forget(whole).expand(*whole.ids.shape, 1)
        away = share((hidden - target).square().mean(-1, keepdim=True), of_row, of_all)
        apart = share((hidden - before).square().mean(-1, keepdim=True), 1 - of_row, 1 - of_all)
        return away + retain_weight * apart + 0 * output.logits.sum()  # so that every weight has a gradient

    return loss


def objective_of(settings: Settings) -> Objective:
    """The loss of the method that the settings name."""
    own = settings.get(settings["method"], {})
    match settings["method"]:
        case "whp":
            return with_unlikelihood(own["unlikelihood"]) if own["unlikelihood"] else cross_entropy
        case "gradAscent":
            return gradient_difference(0)
        case "gradDiff":
            return gradient_difference(own["retainWeight"])
        case "npo":
            return npo(own["beta"], own["retainWeight"])
        case "simNpo":
            return sim_npo(own["beta"], own["gamma"], own["retainWeight"])
        case "rmu":
            return rmu(own["layer"], own["steering"], own["retainWeight"])
        case other:
            raise ValueError(f"no loss for the method {other}")
