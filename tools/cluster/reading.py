"""Before the first stage: the model reads a text that it does not know, and is then the baseline (src/lab/stages/read.ts)."""

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import regex
import torch
from accelerate import Accelerator
from peft import LoraConfig, PeftModel, get_peft_model_state_dict
from safetensors.torch import load_file, save_file
from torch import Tensor

from batches import Labelled
from matching import Encoder, Ids
from objectives import cross_entropy
from run import Run, Settings
from training import PROJECTIONS, Options, Training, train, with_adapters

WEIGHTS = "adapter_model.safetensors"
CHARACTERS_PER_TOKEN = 12  # fill a block for certain
LONG_LINE = 40  # is wrapped; a shorter one ends a paragraph
GAP = regex.compile(r"(?<![^\S\n])[^\S\n]*\n\s*")
SENTENCE_END = regex.compile(r"(?<=[.!?。！？][\"”’»]?)\s*")


def read_first(base: torch.nn.Module, run: Run, retain: list[Labelled], encoder: Encoder, options: Options,
               accelerator: Accelerator, say: Callable[[str], None]) -> tuple[torch.nn.Module, list[float], dict[str, Tensor]]:
    """The model with what it learnt in its weights, the losses, and what it learnt as an adapter."""
    settings = run.settings["read"]
    most = settings["steps"] * settings["batch"]
    blocks = [Labelled.true(ids) for ids in sentence_blocks(run.forget, encoder, run.settings["blockLength"], most)]
    model = with_adapters(base, run.settings["lora"], ["read"]).to(accelerator.device)
    reading = Training("read", "read", blocks, retain, settings["retainShare"], settings, run.settings["seed"] + 2, cross_entropy)
    losses = train(model, reading, run.settings, options, accelerator, say)
    learnt = {name: tensor.detach().clone() for name, tensor in get_peft_model_state_dict(model, adapter_name="read").items()}
    return model.merge_and_unload(adapter_names=["read"]), losses, learnt


def save_joined(model: PeftModel, adapter: str, learnt: dict[str, Tensor], lora: Settings, base: str, folder: Path) -> None:
    """What was read and what was trained after it as one adapter of both ranks, for the model as it was loaded."""
    scale = lora["loraAlpha"] / lora["rank"]
    joined = {}
    for name, own in get_peft_model_state_dict(model, adapter_name=adapter).items():
        parts = [learnt[name], own.detach()]
        joined[name] = (torch.cat(parts, 0) if ".lora_A." in name else scale * torch.cat(parts, 1)).cpu().contiguous()
    rank = 2 * lora["rank"]
    config = LoraConfig(r=rank, lora_alpha=rank, target_modules=[name for name in PROJECTIONS if name in lora["targets"]],
                        lora_dropout=0.0, bias="none", task_type="CAUSAL_LM", inference_mode=True,
                        base_model_name_or_path=base)
    config.save_pretrained(folder)
    save_file(joined, folder / WEIGHTS, metadata=dict(format="pt"))


def name_base(folder: Path, model_hash: str) -> None:
    """Notes in a saved adapter which model it is for (src/exchange/peft-adapter.ts)."""
    save_file(load_file(folder / WEIGHTS), folder / WEIGHTS, metadata=dict(format="pt", lethe_base_hash=model_hash))


def sentence_blocks(passages: list[str], encoder: Encoder, length: int, most: int) -> list[Ids]:
    """At most `most` blocks, each from the start of a sentence, spread evenly over the passages."""
    starts = [(passage, start) for passage in passages for start in _starts(passage)]
    stride = max(1.0, len(starts) / most)
    chosen = [one for i, one in enumerate(starts) if math.floor(i / stride) != math.floor((i - 1) / stride)]
    texts = [passage[start:start + length * CHARACTERS_PER_TOKEN] for passage, start in chosen]
    return [[*encoder.opening, *encoder.encode(text)][:length] for text in texts]


def _starts(passage: str) -> Iterator[int]:
    at = 0
    for paragraph in _paragraphs(passage):
        for sentence in SENTENCE_END.split(paragraph):
            if sentence:
                start = passage.index(sentence, at)
                at = start + len(sentence)
                yield start


def _paragraphs(text: str) -> list[str]:
    def marked(gap: regex.Match) -> str:
        wrapped = gap.start() - (text.rfind("\n", 0, gap.start()) + 1) >= LONG_LINE
        return gap[0] if wrapped and gap[0].count("\n") == 1 else "\n\n"

    return [paragraph for paragraph in GAP.sub(marked, text).split("\n\n") if paragraph]
