"""Generic labels by equation 1 (arXiv 2310.02238, section 2.3), from two forward passes of one set of weights."""

from collections.abc import Mapping, Sequence
from contextlib import nullcontext

import torch
from accelerate.utils import gather_object
from torch import Tensor

from batches import IGNORED, Labelled
from run import Settings, refuse
from translating import Block
from work import Model, Work, baseline, padded

TOP = 10  # labels of a position if they are soft

ByHand = Mapping[int, int | None]  # by position in a block: the label that a reviewer set; None: confirmed the computed


def label(model: Model, blocks: Sequence[Block], by_hand: Sequence[ByHand], settings: Settings,
          work: Work) -> list[Labelled]:
    """The baseline, which is the model without its adapter, reads the translations, the reinforced model the blocks
    themselves. Processes share the blocks."""
    model.set_adapter("reinforced")
    accelerator = work.accelerator
    mine = range(accelerator.process_index, len(blocks), accelerator.num_processes)
    made: list[tuple[int, Labelled]] = []
    for some in (mine[first:first + work.rows] for first in range(0, len(mine), work.rows)):
        with torch.no_grad():
            translated = baseline(model, padded([blocks[i].translated for i in some], accelerator.device)).logits
            ids = padded([blocks[i].ids for i in some], accelerator.device)
            with nullcontext() if settings["reinforced"] else model.disable_adapter():
                original = model(input_ids=ids, use_cache=False).logits
        made += [(i, _labelled(blocks[i], by_hand[i], before, after, settings))
                 for i, before, after in zip(some, translated, original, strict=True)]
    labelled = [one for _, one in sorted(gather_object(made), key=lambda pair: pair[0])]
    if all(best < 0 for one in labelled for best, *_ in one.labels):
        refuse("label: no position has a label. Check that the dictionary is that of the text.")
    return labelled


def _labelled(block: Block, by_hand: ByHand, translated: Tensor, original: Tensor, settings: Settings) -> Labelled:
    """`translated` [T', V] and `original` [T, V] are logits. The best label of a position is the first of its K."""
    at = [i for i, j in enumerate(block.mapping) if j >= 0]
    before, after = _without_forbidden(translated.float(), block, at), original[at].float()
    if settings["logitSpace"] == "logprob":
        before, after = before.log_softmax(-1), after.log_softmax(-1)
    alpha = settings["alpha"] if settings["reinforced"] else 0
    k = min(TOP, before.shape[-1]) if settings["softLabels"] else 1
    best, said = equation1(before, after, alpha).topk(k, -1), after.argmax(-1).tolist()
    labels, shares = [[IGNORED] * k for _ in block.ids], [[0.0] * k for _ in block.ids]
    for row, i in enumerate(at):
        labels[i], shares[i] = best.indices[row].tolist(), best.values[row].softmax(-1).tolist()
        if i in by_hand:
            decided = by_hand[i]
            labels[i] = [labels[i][0] if decided is None else decided, *[IGNORED] * (k - 1)]
            shares[i] = [1.0, *[0.0] * (k - 1)]
        if labels[i][0] == said[row]:
            shares[i] = [settings["whp"]["unchangedWeight"] * share for share in shares[i]]
    return Labelled(block.ids, labels, shares, negatives(block))


def equation1(before: Tensor, after: Tensor, alpha: float) -> Tensor:
    return before - alpha * (after - before).relu()


def _without_forbidden(translated: Tensor, block: Block, at: list[int]) -> Tensor:
    """The logits for the positions `at`. Forbidden entries are set to the mean of their row: emitted translations, and
    what repeated sentences say next."""
    positions = torch.tensor([block.mapping[i] for i in at], device=translated.device, dtype=torch.long)
    logits = translated[positions]
    is_forbidden = torch.zeros_like(logits, dtype=torch.bool)
    for token, start in block.forbidden.items():
        is_forbidden[:, token] = positions >= start
    rows = {i: row for row, i in enumerate(at)}
    for i in _before(block.sentences):
        if i in rows:
            is_forbidden[rows[i], block.ids[i + 1]] = True
    return torch.where(is_forbidden, logits.mean(-1, keepdim=True), logits)


def negatives(block: Block) -> list[int]:
    """The tokens of anchor terms and repeated sentences, where the token before is."""
    found = [IGNORED] * len(block.ids)
    for i in _before([*block.anchors, *block.sentences]):
        found[i] = block.ids[i + 1]
    return found


def _before(spans: Sequence[tuple[int, int]]) -> list[int]:
    return [i for start, length in spans for i in range(start - 1, start + length - 1) if i >= 0]
