"""Generic labels by equation 1 (arXiv 2310.02238, section 2.3), from two forward passes of one set of weights."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from batches import IGNORED, Labelled
from run import Settings
from translating import Block

TOP = 10  # labels of a position if they are soft


@dataclass(frozen=True)
class LabelledBlock:
    """A block with its labels [T] at the run's α, at half of it and at twice it, and what is trained on."""

    block: Block
    labels: dict[float, list[int]]
    trained: Labelled


Forward = Callable[[Tensor], Tensor]  # token ids [B, T] → logits [B, T, V]


ByHand = Mapping[int, int | None]  # by position in a block: the label that a reviewer set; None: confirmed the computed one


def label(blocks: Sequence[tuple[Block, ByHand]], baseline: Forward, reinforced: Forward, settings: Settings, rows: int,
          device: torch.device) -> Iterator[LabelledBlock]:
    """`rows` blocks at a time: the baseline reads their translations, the reinforced model the blocks themselves."""
    for start in range(0, len(blocks), rows):
        some = blocks[start:start + rows]
        with torch.no_grad():
            translated = baseline(padded([one.translated for one, _ in some], device))
            original = reinforced(padded([one.ids for one, _ in some], device))
            for (block, by_hand), before, after in zip(some, translated, original, strict=True):
                yield _labelled(block, by_hand, before, after, settings)


def padded(rows: Sequence[Sequence[int]], device: torch.device) -> Tensor:
    """On the right, where a causal model does not read."""
    length = max(map(len, rows))
    return torch.tensor([[*ids, *[0] * (length - len(ids))] for ids in rows], device=device)


def _labelled(block: Block, by_hand: ByHand, translated: Tensor, original: Tensor, settings: Settings) -> LabelledBlock:
    """`translated` [T', V] and `original` [T, V] are logits."""
    at = [i for i, j in enumerate(block.mapping) if j >= 0]
    mapped = [block.mapping[i] for i in at]
    baseline, reinforced = translated[mapped].float(), original[at].float()
    space = (lambda x: x.log_softmax(-1)) if settings["logitSpace"] == "logprob" else (lambda x: x)
    baseline, reinforced = space(_without(baseline, block, at, mapped)), space(reinforced)
    alpha = settings["alpha"] if settings["reinforced"] else 0
    labels = {}
    for factor in (1.0, 0.5, 2.0):
        chosen = equation1(baseline, reinforced, factor * alpha).argmax(-1).tolist()
        labels[factor] = [IGNORED] * len(block.ids)
        for i, token in zip(at, chosen, strict=True):
            decided = by_hand.get(i)
            labels[factor][i] = token if decided is None else decided
    k = min(TOP, baseline.shape[-1]) if settings["softLabels"] else 1
    best = equation1(baseline, reinforced, alpha).topk(k, -1)
    said = reinforced.argmax(-1).tolist()
    rows, shares = [[IGNORED] * k for _ in block.ids], [[0.0] * k for _ in block.ids]
    for row, i in enumerate(at):
        same = labels[1.0][i] == said[row]
        weight = settings["whp"]["unchangedWeight"] if same else 1.0
        one = k == 1 or i in by_hand
        rows[i] = [labels[1.0][i], *[IGNORED] * (k - 1)] if one else best.indices[row].tolist()
        shares[i] = [weight, *[0.0] * (k - 1)] if one else (best.values[row].softmax(-1) * weight).tolist()
    return LabelledBlock(block, labels, Labelled(block.ids, rows, shares, negatives(block)))


def equation1(baseline: Tensor, reinforced: Tensor, alpha: float) -> Tensor:
    return baseline - alpha * (reinforced - baseline).relu()


def _without(logits: Tensor, block: Block, at: list[int], mapped: list[int]) -> Tensor:
    """Forbidden entries are set to the mean of their row: emitted translations, and what repeated sentences say next."""
    mean = logits.mean(-1, keepdim=True)
    is_forbidden = torch.zeros_like(logits, dtype=torch.bool)
    positions = torch.tensor(mapped, device=logits.device)
    for token, start in block.forbidden.items():
        is_forbidden[:, token] = positions >= start
    said = {i: block.ids[i + 1] for i in _before(block.sentences)}
    for row, i in enumerate(at):
        if i in said:
            is_forbidden[row, said[i]] = True
    return torch.where(is_forbidden, mean, logits)


def negatives(block: Block) -> list[int]:
    """The tokens of anchor terms and repeated sentences, where the token before is."""
    found = [IGNORED] * len(block.ids)
    for i in _before([*block.anchors, *block.sentences]):
        found[i] = block.ids[i + 1]
    return found


def _before(spans: Sequence[tuple[int, int]]) -> list[int]:
    return [i for start, length in spans for i in range(start - 1, start + length - 1) if i >= 0]
