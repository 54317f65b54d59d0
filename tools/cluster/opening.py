"""The model that is trained, and its tokenizer: of a folder, of a GGUF file in it, or of the Hub."""

import argparse
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase
from transformers.utils import cached_file

from run import Settings, refuse


def check_model(model: str, gguf: str | None) -> None:
    """Before the folder of the results is claimed for it."""
    needed, why = gguf or "config.json", ""
    try:
        is_there = cached_file(model, needed) is not None
    except OSError as error:
        is_there, why = False, f" ({' '.join(str(error).split()).rstrip('.')})"
    if not is_there:
        there = f"a folder without {needed}" if Path(model).is_dir() else f"neither{why}"
        refuse(f"--model {model}: expected a folder with a model, or an id of the Hub, got {there}. "
               "Check the path or the id, and fetch the whole model.")


def load(args: argparse.Namespace, settings: Settings) -> tuple[PreTrainedTokenizerBase, PreTrainedModel]:
    file = dict(gguf_file=args.gguf) if args.gguf else {}
    try:
        tokenizer = AutoTokenizer.from_pretrained(args.model, **file)
        base = AutoModelForCausalLM.from_pretrained(args.model, dtype=getattr(torch, args.dtype), **file)
    except (OSError, ValueError) as error:
        refuse(f"--model {args.model}: expected a model with its tokenizer, in a form that transformers opens, got: "
               f"{' '.join(str(error).split()).rstrip('.')}. Fetch the whole model again.")
    context, layers = base.config.max_position_embeddings, base.config.num_hidden_layers
    if settings["blockLength"] > context:
        refuse(f"blockLength: expected at most {context} tokens, the model's context, got {settings['blockLength']}.")
    if settings["method"] == "rmu" and settings["rmu"]["layer"] >= layers:
        refuse(f"rmu.layer: expected a layer before the last of {layers}, got {settings['rmu']['layer']}.")
    if args.gradient_checkpointing:
        base.gradient_checkpointing_enable(gradient_checkpointing_kwargs=dict(use_reentrant=False))
        base.enable_input_require_grads()
    return tokenizer, base
