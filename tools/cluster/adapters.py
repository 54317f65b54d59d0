"""The adapters of a run, as PEFT has them: made, drawn as Lethe draws them (src/llama/lora.ts), and saved."""

import math
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model, get_peft_model_state_dict
from peft.tuners.lora import LoraLayer
from safetensors.torch import load_file, save_file
from torch import Tensor

from draws import Prng
from run import Settings

WEIGHTS = "adapter_model.safetensors"


def with_adapters(model: torch.nn.Module, lora: Settings, names: list[str]) -> PeftModel:
    """The model with adapters of these names; without them it is the baseline."""
    def config() -> LoraConfig:
        return LoraConfig(r=lora["rank"], lora_alpha=lora["loraAlpha"], target_modules=list(lora["targets"]),
                          lora_dropout=0.0, bias="none", task_type="CAUSAL_LM")

    adapted = get_peft_model(model, config(), adapter_name=names[0])
    for name in names[1:]:
        adapted.add_adapter(name, config())
    return adapted


def _layers(model: PeftModel) -> list[LoraLayer]:
    """In the order of Lethe: layer by layer, attention first."""
    return [module for module in model.modules() if isinstance(module, LoraLayer)]


@torch.no_grad()
def start(model: PeftModel, adapter: str, random: Prng) -> None:
    """A new adapter: A drawn, B zero."""
    for layer in _layers(model):
        a = layer.lora_A[adapter].weight
        bound = 1 / math.sqrt(a.shape[1])
        drawn = [(2 * random.uniform() - 1) * bound for _ in range(a.numel())]
        a.copy_(torch.tensor(drawn, dtype=torch.float64).reshape(a.shape))
        layer.lora_B[adapter].weight.zero_()


@torch.no_grad()
def negate(model: PeftModel, scale: float) -> None:
    """The unlearned adapter as the reinforced one with the opposite effect, `scale` times (arXiv 2212.04089)."""
    for layer in _layers(model):
        layer.lora_A["unlearned"].weight.copy_(layer.lora_A["reinforced"].weight)
        layer.lora_B["unlearned"].weight.copy_(-scale * layer.lora_B["reinforced"].weight)


def weights_of(model: PeftModel, adapter: str) -> dict[str, Tensor]:
    state = get_peft_model_state_dict(model, adapter_name=adapter)
    return {name: one.detach().cpu().clone() for name, one in state.items()}


def save(model: PeftModel, adapter: str, folder: Path, model_hash: str, read: dict[str, Tensor] | None,
         lora: Settings) -> None:
    """For the model with this hash (src/exchange/peft-adapter.ts). With what was `read` before, it has both ranks."""
    model.save_pretrained(folder.parent, selected_adapters=[adapter])
    weights = load_file(folder / WEIGHTS)
    if read is not None:
        scale, rank = lora["loraAlpha"] / lora["rank"], 2 * lora["rank"]
        for name, own in weights.items():
            both = [read[name], own]
            weights[name] = torch.cat(both, 0) if ".lora_A." in name else scale * torch.cat(both, 1)
        config = LoraConfig.from_pretrained(folder)
        config.r = config.lora_alpha = rank
        config.save_pretrained(folder)
    save_file({name: one.contiguous() for name, one in weights.items()}, folder / WEIGHTS,
              metadata=dict(format="pt", lethe_base_hash=model_hash))
