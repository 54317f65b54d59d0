"""Training of all weights: a copy of the model in place of each adapter, with the methods of PEFT's that are used."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch


class Whole(torch.nn.Module):
    """The baseline, which stays as it is, and a copy of it for each name."""

    def __init__(self, base: torch.nn.Module, names: list[str]) -> None:
        super().__init__()
        self.base, self.is_baseline = base.requires_grad_(False), False
        self.copies = torch.nn.ModuleDict({name: copy.deepcopy(base) for name in names})
        self.generation_config = base.generation_config
        self.set_adapter(names[0])

    def forward(self, **inputs: Any) -> Any:
        return (self.base if self.is_baseline else self.copies[self.active])(**inputs)

    def set_adapter(self, name: str) -> None:
        self.active = name
        for one, model in self.copies.items():
            model.requires_grad_(one == name)

    @contextmanager
    def disable_adapter(self) -> Iterator[None]:
        self.is_baseline = True
        try:
            yield
        finally:
            self.is_baseline = False
