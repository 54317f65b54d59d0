"""Batches of labelled blocks in the order in which Lethe draws them (src/unlearn/batches.ts)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from math import floor

import torch
from torch import Tensor

from draws import Prng
from tokens import Ids

IGNORED = -100


@dataclass(frozen=True)
class Labelled:
    """A block of T tokens with what should follow each, K labels with their shares, and what must not follow."""

    ids: Ids
    labels: list[list[int]]  # [T, K]
    shares: list[list[float]]  # [T, K]
    negatives: Ids  # [T]

    @staticmethod
    def true(ids: Ids) -> "Labelled":
        """The block with its own next tokens as labels."""
        return Labelled(ids, [[token] for token in [*ids[1:], IGNORED]], [[1.0]] * len(ids), [IGNORED] * len(ids))


@dataclass(frozen=True)
class Batch:
    """Forget rows come first, then retain rows. Weights are 0 where there is no label."""

    ids: Tensor  # [B, T]
    labels: Tensor  # [B, T, K]
    weights: Tensor  # [B, T, K]
    negatives: Tensor  # [B, T], -100: none
    is_forget: Tensor  # [B]

    def rows(self, which: Sequence[int], device: torch.device) -> "Batch":
        return Batch(*(getattr(self, field.name)[list(which)].to(device) for field in fields(self)))


def batches(forget: list[Labelled], retain: list[Labelled], batch: int, length: int, retain_share: float,
            random: Prng) -> Iterator[Batch]:
    """An endless stream: every block once in random order, then again in another order."""
    forgotten = batch - (floor(batch * retain_share + 0.5) if retain else 0)
    sources, targets = (endless(forget, random), endless(retain, random)), len(forget[0].labels[0])
    while True:
        ids = torch.zeros(batch, length, dtype=torch.long)
        labels = torch.full((batch, length, targets), IGNORED)
        shares = torch.zeros(batch, length, targets)
        negatives = torch.full((batch, length), IGNORED)
        for row in range(batch):
            block = next(sources[row >= forgotten])
            count, own = len(block.ids), len(block.labels[0])
            ids[row, :count] = torch.tensor(block.ids)
            labels[row, :count, :own] = torch.tensor(block.labels)
            shares[row, :count, :own] = torch.tensor(block.shares)
            negatives[row, :count] = torch.tensor(block.negatives)
        weights = torch.where(labels == IGNORED, 0.0, shares)
        yield Batch(ids, labels, weights, negatives, torch.arange(batch) < forgotten)


def endless(blocks: list[Labelled], random: Prng) -> Iterator[Labelled]:
    while True:
        yield from random.shuffled(blocks)
