"""Where a run is computed, and how its models are asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from accelerate import Accelerator
from peft import PeftModel
from torch import Tensor

from objectives import Output
from tokens import Ids
from whole import Whole

Model = PeftModel | Whole
Ask = Callable[[Tensor], Output]  # token ids [B, T] → logits [B, T, V]


@dataclass(frozen=True)
class Work:
    """`rows`: of a batch that one process computes at once. `save_every`: steps between two checkpoints."""

    accelerator: Accelerator
    folder: Path
    rows: int
    save_every: int


def baseline(model: Model, ids: Tensor, use_cache: bool = False, **options: bool) -> Output:
    """What the model says without its adapter."""
    with model.disable_adapter():
        return model(input_ids=ids, use_cache=use_cache, **options)


def padded(rows: Sequence[Ids], device: torch.device) -> Tensor:
    """On the right, where a causal model does not read."""
    length = max(map(len, rows))
    return torch.tensor([[*ids, *[0] * (length - len(ids))] for ids in rows], device=device)
