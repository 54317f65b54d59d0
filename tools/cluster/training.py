"""Training an adapter, or all weights, as src/unlearn/train.ts does: AdamW, clipping by the norm, seeded batches."""

import math
import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from peft import PeftModel
from torch import Tensor
from torch.optim import AdamW
from torch.optim.lr_scheduler import LRScheduler
from transformers import get_scheduler

from adapters import start
from batches import Labelled, batches
from draws import Prng
from objectives import Objective
from run import Settings, refuse
from work import Model, Work, baseline

BETAS, EPSILON, CLIP = (0.9, 0.98), 1e-8, 1.0  # the paper's betas, without weight decay


@dataclass(frozen=True)
class Training:
    """One of the trainings of a run, whose `stage` is also the name of its settings."""

    stage: str
    adapter: str
    blocks: list[Labelled]
    retain: list[Labelled]
    seed: int
    objective: Objective


def check_batch(stage: str, settings: Settings, processes: int) -> None:
    """Ends the program if the processes cannot share a batch."""
    batch = settings[stage]["batch"]
    if batch % processes != 0:
        refuse(f"{stage}.batch: expected a multiple of the {processes} processes, got {batch}. Start fewer processes.")


def train(model: Model, training: Training, settings: Settings, work: Work) -> list[float]:
    """Trains the adapter, or a copy of the model, from its last checkpoint if it has one. Returns every step's loss."""
    stage, own = training.stage, settings[training.stage]
    steps, batch = own["steps"], own["batch"]
    accelerator, count, device = work.accelerator, work.accelerator.num_processes, work.accelerator.device
    check_batch(stage, settings, count)
    model.set_adapter(training.adapter)
    model.train()
    random = Prng(training.seed)
    if isinstance(model, PeftModel):
        start(model, training.adapter, random)
    parameters = [one for one in model.parameters() if one.requires_grad]
    optimizer = AdamW(parameters, lr=own["learningRate"], betas=BETAS, eps=EPSILON, weight_decay=0.0)
    schedule = get_scheduler(own["schedule"], optimizer, num_warmup_steps=0, num_training_steps=steps)
    checkpoint = work.folder / f"{stage}.checkpoint"
    losses = _resumed(checkpoint, parameters, optimizer, schedule)
    if losses:
        accelerator.print(f"{stage}: resumed after step {len(losses)}")
    prepared, optimizer = accelerator.prepare(model, optimizer)
    share = own.get("retainShare", 0)
    source = batches(training.blocks, training.retain, batch, settings["blockLength"], share, random)
    for _ in losses:
        next(source)
    how = dict(use_cache=False, output_hidden_states=settings["method"] == "rmu")
    mine = range(accelerator.process_index, batch, count)
    parts = [mine[first:first + work.rows] for first in range(0, len(mine), work.rows)]
    for step in range(len(losses), steps):
        drawn = next(source)
        whole, total = drawn.rows(range(batch), device), torch.zeros((), device=device)
        for part in parts:
            rows = drawn.rows(part, device)
            with nullcontext() if part is parts[-1] else accelerator.no_sync(prepared):
                output = prepared(input_ids=rows.ids, **how)
                loss = training.objective(output, rows, whole, partial(baseline, model, rows.ids, **how))
                accelerator.backward(loss * count)  # gradients are averaged over processes, and these are to be added
            total += loss.detach()
        norm = float(accelerator.clip_grad_norm_(parameters, CLIP))
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        losses.append(float(accelerator.reduce(total)))
        if not math.isfinite(losses[-1] + norm):
            refuse(f"{stage}: the loss of step {step + 1} is {losses[-1]}. Lower {stage}.learningRate.")
        accelerator.print(f"{stage} {step + 1}/{steps}: loss {losses[-1]:.4f}, gradient {norm:.3g}")
        if accelerator.is_main_process and (len(losses) % work.save_every == 0 or len(losses) == steps):
            _save(checkpoint, parameters, optimizer, schedule, losses)
    accelerator.wait_for_everyone()
    accelerator.free_memory()
    model.eval()
    return losses


def _save(path: Path, parameters: Sequence[Tensor], optimizer: AdamW, schedule: LRScheduler,
          losses: list[float]) -> None:
    """Complete or not at all, whenever the program ends."""
    torch.save(dict(parameters=[one.detach() for one in parameters], optimizer=optimizer.state_dict(),
                    schedule=schedule.state_dict(), losses=losses), path.with_suffix(".part"))
    os.replace(path.with_suffix(".part"), path)


def _resumed(path: Path, parameters: Sequence[Tensor], optimizer: AdamW, schedule: LRScheduler) -> list[float]:
    """The losses of the steps that are done; none without a checkpoint."""
    if not path.exists():
        return []
    state = torch.load(path, map_location="cpu", weights_only=True)
    with torch.no_grad():
        for parameter, saved in zip(parameters, state["parameters"], strict=True):
            parameter.copy_(saved)
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return state["losses"]
