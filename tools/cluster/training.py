"""Training an adapter as src/unlearn/train.ts does: AdamW, clipping by the global norm, seeded batches."""

import math
import os
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import torch
from accelerate import Accelerator
from peft import LoraConfig, PeftModel, get_peft_model
from torch import Tensor

from batches import Labelled, batches
from draws import Prng
from objectives import Objective, Output
from run import Settings, refuse
from whole import Whole

BETAS, EPSILON, CLIP = (0.9, 0.98), 1e-8, 1.0  # the paper's betas, without weight decay
PROJECTIONS = dict(q_proj="self_attn", k_proj="self_attn", v_proj="self_attn", o_proj="self_attn",
                   gate_proj="mlp", up_proj="mlp", down_proj="mlp")


@dataclass(frozen=True)
class Training:
    """One of the trainings of a run. `settings`: its steps, batch, learning rate and schedule."""

    stage: str
    adapter: str
    blocks: list[Labelled]
    retain: list[Labelled]
    retain_share: float
    settings: Settings
    seed: int
    objective: Objective


@dataclass(frozen=True)
class Options:
    """`rows`: of a batch that one process computes at once. `save_every`: steps between two checkpoints."""

    folder: Path
    rows: int
    save_every: int


def with_adapters(model: torch.nn.Module, lora: Settings, names: list[str]) -> PeftModel:
    """The model with adapters of these names; without them it is the baseline."""
    def config() -> LoraConfig:
        return LoraConfig(r=lora["rank"], lora_alpha=lora["loraAlpha"], target_modules=list(lora["targets"]),
                          lora_dropout=0.0, bias="none", task_type="CAUSAL_LM")

    first, *others = names
    adapted = get_peft_model(model, config(), adapter_name=first)
    for name in others:
        adapted.add_adapter(name, config())
    return adapted


def start(model: PeftModel, adapter: str, lora: Settings, random: Prng) -> None:
    """A new adapter: A drawn in the order of src/llama/lora.ts, B zero."""
    with torch.no_grad():
        for layer in model.get_base_model().model.layers:
            for name, part in PROJECTIONS.items():
                if name not in lora["targets"]:
                    continue
                module = getattr(getattr(layer, part), name)
                a, b = module.lora_A[adapter].weight, module.lora_B[adapter].weight
                bound = 1 / math.sqrt(a.shape[1])
                drawn = [(2 * random.uniform() - 1) * bound for _ in range(a.numel())]
                a.copy_(torch.tensor(drawn, dtype=torch.float64).reshape(a.shape))
                b.zero_()


def negate(model: PeftModel, lora: Settings, scale: float) -> None:
    """The unlearned adapter as the reinforced one with the opposite effect, `scale` times (arXiv 2212.04089)."""
    with torch.no_grad():
        for layer in model.get_base_model().model.layers:
            for name in lora["targets"]:
                module = getattr(getattr(layer, PROJECTIONS[name]), name)
                module.lora_A["unlearned"].weight.copy_(module.lora_A["reinforced"].weight)
                module.lora_B["unlearned"].weight.copy_(-scale * module.lora_B["reinforced"].weight)


def rate_at(step: int, settings: Settings) -> float:
    done = min(1.0, step / max(1, settings["steps"]))
    rate = settings["learningRate"]
    return {"constant": rate, "linear": rate * (1 - done),
            "cosine": rate * (1 + math.cos(math.pi * done)) / 2}[settings["schedule"]]


def train(model: PeftModel | Whole, training: Training, settings: Settings, options: Options, accelerator: Accelerator,
          say: Callable[[str], None]) -> list[float]:
    """Trains the adapter, or a copy of the model, from its last checkpoint if there is one; returns the loss of every step."""
    count, batch, steps = accelerator.num_processes, training.settings["batch"], training.settings["steps"]
    if batch % count != 0:
        refuse(f"{training.stage}.batch: expected a multiple of the {count} processes, got {batch}. Start fewer processes.")
    model.set_adapter(training.adapter)
    model.train()
    random = Prng(training.seed)
    if isinstance(model, PeftModel):
        start(model, training.adapter, settings["lora"], random)
    parameters = [one for one in model.parameters() if one.requires_grad]
    optimizer = torch.optim.AdamW(parameters, lr=1.0, betas=BETAS, eps=EPSILON, weight_decay=0.0)
    checkpoint = options.folder / f"{training.stage}.checkpoint"
    losses = _resumed(checkpoint, parameters, optimizer)
    if losses:
        say(f"{training.stage}: resumed after step {len(losses)}")
    prepared, optimizer = accelerator.prepare(model, optimizer)
    source = batches(training.blocks, training.retain, batch, settings["blockLength"], training.retain_share, random)
    for _ in losses:
        next(source)
    how = dict(use_cache=False, output_hidden_states=settings["method"] == "rmu")
    mine = range(accelerator.process_index, batch, count)
    parts = [mine[i:i + options.rows] for i in range(0, len(mine), options.rows)]
    for step in range(len(losses), steps):
        whole, total = next(source), torch.zeros((), device=accelerator.device)
        for number, part in enumerate(parts):
            rows = whole.rows(part, accelerator.device)

            def reference(ids: Tensor = rows.ids) -> Output:
                with model.disable_adapter():
                    return model(input_ids=ids, **how)

            # Gradients are averaged over processes, and these losses are to be added: hence the factor.
            with accelerator.no_sync(prepared) if number < len(parts) - 1 else nullcontext():
                output = prepared(input_ids=rows.ids, **how)
                loss = training.objective(output, rows, whole.rows(range(batch), accelerator.device), reference)
                accelerator.backward(loss * count)
            total += loss.detach()
        norm = accelerator.clip_grad_norm_(parameters, CLIP)
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, training.settings)
        optimizer.step()
        optimizer.zero_grad()
        losses.append(float(accelerator.reduce(total)))
        if not (math.isfinite(losses[-1]) and math.isfinite(float(norm))):
            refuse(f"{training.stage}: the loss of step {step + 1} is {losses[-1]}. Lower {training.stage}.learningRate.")
        say(f"{training.stage} {step + 1}/{steps}: loss {losses[-1]:.4f}, gradient {float(norm):.3g}")
        if len(losses) % options.save_every == 0 or len(losses) == steps:
            _save(checkpoint, parameters, optimizer, losses, accelerator)
    accelerator.free_memory()
    model.eval()
    return losses


def _save(path: Path, parameters: list[Tensor], optimizer: torch.optim.Optimizer, losses: list[float],
          accelerator: Accelerator) -> None:
    """Complete or not at all, whenever the program ends."""
    if accelerator.is_main_process:
        state = dict(parameters=[one.detach().cpu() for one in parameters], optimizer=optimizer.state_dict(), losses=losses)
        torch.save(state, path.with_suffix(".part"))
        os.replace(path.with_suffix(".part"), path)
    accelerator.wait_for_everyone()


def _resumed(path: Path, parameters: list[Tensor], optimizer: torch.optim.Optimizer) -> list[float]:
    if not path.exists():
        return []
    state = torch.load(path, map_location="cpu", weights_only=True)
    with torch.no_grad():
        for parameter, saved in zip(parameters, state["parameters"], strict=True):
            parameter.copy_(saved)
    optimizer.load_state_dict(state["optimizer"])
    return state["losses"]
