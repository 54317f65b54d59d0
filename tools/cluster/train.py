"""A run of Lethe with transformers, PEFT and Accelerate: reinforce, label, unlearn, evaluate.

    accelerate launch --config_file accelerate-one.yaml train.py --model MODEL --out made

`MODEL` is a folder or an id of the Hugging Face Hub. Started again with the same options, it goes on where it ended.
"""

import argparse
import json
import time
from datetime import timedelta
from pathlib import Path

import torch
from accelerate import Accelerator
from accelerate.utils import InitProcessGroupKwargs, gather_object
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

from batches import Labelled
from evaluating import evaluate
from given import COLUMNS, read_given
from hashing import model_hash
from labelling import ByHand, LabelledBlock, label
from matching import Encoder
from objectives import cross_entropy, objective_of
from reading import name_base, read_first, save_joined
from report import write_report
from run import Run, read_run, refuse
from training import Options, Training, negate, train, with_adapters
from translating import Block, choose, cut, translate
from whole import Whole


def main() -> None:
    args = arguments()
    run = read_run(args.run)
    if args.full and (run.settings["readFirst"] or run.settings["method"] == "taskVector" or args.dtype != "float32"):
        refuse("--full trains the weights themselves: expected --dtype float32, readFirst false and another method than "
               "taskVector, which need adapters. Leave out --full.")
    accelerator = Accelerator(kwargs_handlers=[InitProcessGroupKwargs(timeout=timedelta(hours=6))])  # while one evaluates
    say = print if accelerator.is_main_process else lambda _: None
    say(f"{accelerator.num_processes} processes, the first one on {accelerator.device}")
    given = read_given(args.run) if run.uses_labels else None
    out = claimed(args.out, f"{run.id}{given.id if given else ''} {args.model} {args.gguf or ''} {args.dtype} {args.full}\n", accelerator)
    tokenizer = AutoTokenizer.from_pretrained(args.tokenizer or args.model, **gguf(args.gguf))
    base = AutoModelForCausalLM.from_pretrained(args.model, dtype=getattr(torch, args.dtype), **gguf(args.gguf))
    if args.gradient_checkpointing:
        base.gradient_checkpointing_enable(gradient_checkpointing_kwargs=dict(use_reentrant=False))
        base.enable_input_require_grads()
    length, context = run.settings["blockLength"], base.config.max_position_embeddings
    if length > context:
        refuse(f"blockLength: expected at most {context} tokens, the model's context, got {length}.")
    layers = base.config.num_hidden_layers
    if run.settings["method"] == "rmu" and run.settings["rmu"]["layer"] >= layers:
        refuse(f"rmu.layer: expected a layer before the last of {layers}, got {run.settings['rmu']['layer']}.")
    encoder = Encoder(tokenizer)
    options = Options(out, args.rows, args.save_every)

    forget = cut(run.forget, encoder, length, run.settings["remainder"])
    retain = [Labelled.true(ids) for ids in cut(run.retain, encoder, length)]
    everyday = cut(run.everyday, encoder, length)
    for name, blocks in dict(forget=forget, retain=retain, everyday=everyday).items():
        if not blocks:
            refuse(f"{name}.json: the text is shorter than a block of {length} tokens. Set a smaller blockLength.")
    blocks = translate(run, forget, encoder)
    chosen = choose(blocks, run.settings["chosenBlocks"])
    misfit = given and given.misfit(chosen, run.settings, base.config.vocab_size)
    if misfit:
        say(f"label: the labels of Lethe are not used, for {misfit}. They are computed here.")
    losses: dict[str, list[float]] = {}
    learnt = None
    if run.settings["readFirst"]:
        base, losses["read"], learnt = read_first(base, run, retain, encoder, options, accelerator, say)
    names = ["reinforced", "unlearned"]
    model = Whole(base, names) if args.full else with_adapters(base, run.settings["lora"], names)
    model = model.to(accelerator.device).eval()
    plain = [Labelled.true(ids) for ids in forget]

    method = run.settings["method"]
    is_labelled = given is not None and misfit is None  # nothing but equation 1 needs the reinforced model
    if method == "taskVector" or (run.uses_labels and run.settings["reinforced"] and not is_labelled):
        settings = run.settings["reinforce"]
        reinforce = Training("reinforce", "reinforced", plain, retain, 0, settings, run.settings["seed"], cross_entropy)
        losses["reinforce"] = train(model, reinforce, run.settings, options, accelerator, say)
    trained = plain
    if run.uses_labels:
        by_hand = given.by_hand(chosen) if given else [{} for _ in chosen]
        labelled = given.labelled(chosen) if is_labelled else labels(model, chosen, by_hand, run, accelerator, args.rows)
        if accelerator.is_main_process:
            write_labels(labelled, out / "labels")
        trained = [one.trained for one in labelled]
        say(f"label: {len(labelled)} blocks{', labelled by Lethe' if is_labelled else ''}, "
            f"{sum(map(len, by_hand))} reviewed labels")
    if method == "taskVector":
        negate(model, run.settings["lora"], run.settings["taskVector"]["scale"])
    else:
        settings = run.settings["unlearn"]
        unlearn = Training("unlearn", "unlearned", trained, retain, settings["retainShare"], settings,
                           run.settings["seed"] + 1, objective_of(run.settings))
        losses["unlearn"] = train(model, unlearn, run.settings, options, accelerator, say)

    if accelerator.is_main_process:
        kept = ["reinforced", "unlearned"] if "reinforce" in losses else ["unlearned"]
        trained_on = model_hash(args.model, args.gguf)
        if learnt is None:
            model.save_pretrained(out / ("models" if args.full else "adapters"), selected_adapters=kept)
        for name in kept:
            if args.full:
                tokenizer.save_pretrained(out / "models" / name)
                continue
            if learnt is not None:
                save_joined(model, name, learnt, run.settings["lora"], args.model, out / "adapters" / name)
            name_base(out / "adapters" / name, trained_on)
        (out / "losses.json").write_text(json.dumps(losses) + "\n")
        began = time.monotonic()
        measured = evaluate(model, run, blocks, everyday, encoder, args.rows, say)
        write_report(out / "report.json", measured, run, time.monotonic() - began, args.model, trained_on, args.full,
                     accelerator)
    accelerator.wait_for_everyone()
    accelerator.end_training()


def labels(model: PeftModel | Whole, blocks: list[Block], by_hand: list[ByHand], run: Run, accelerator: Accelerator,
           rows: int) -> list[LabelledBlock]:
    """Equation 1 over one set of weights: the baseline is the model without its adapter. Processes share the blocks."""
    def reinforced(ids: torch.Tensor) -> torch.Tensor:
        return model(input_ids=ids, use_cache=False).logits

    def baseline(ids: torch.Tensor) -> torch.Tensor:
        with model.disable_adapter():
            return model(input_ids=ids, use_cache=False).logits

    model.set_adapter("reinforced")
    mine = range(accelerator.process_index, len(blocks), accelerator.num_processes)
    second = reinforced if run.settings["reinforced"] else baseline
    made = list(label([(blocks[i], by_hand[i]) for i in mine], baseline, second, run.settings, rows, accelerator.device))
    numbered = gather_object(list(zip(mine, made, strict=True)))
    labelled = [one for _, one in sorted(numbered, key=lambda pair: pair[0])]
    if all(token < 0 for one in labelled for token in one.labels[1.0]):
        refuse("label: no position has a label. Check that the dictionary is that of the text.")
    return labelled


def write_labels(labelled: list[LabelledBlock], folder: Path) -> None:
    """The data set that Lethe saves: labels are shifted as Hugging Face expects them, [-100] + y[:-1]."""
    folder.mkdir(exist_ok=True)
    rows = [dict(input_ids=one.block.ids, attention_mask=[1] * len(one.block.ids),
                 **{name: [-100, *one.labels[factor][:-1]] for factor, name in COLUMNS.items()},
                 mapping=one.block.mapping, block_id=i) for i, one in enumerate(labelled)]
    (folder / "dataset.jsonl").write_text("".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows))


def claimed(folder: Path, own: str, accelerator: Accelerator) -> Path:
    """The folder of the results, which belongs to one run of one model."""
    name = folder / "run.id"
    if name.exists() and name.read_text() != own:
        refuse(f"{folder} holds another run, or one of another model. Give --out another folder.")
    accelerator.wait_for_everyone()
    if accelerator.is_main_process:
        folder.mkdir(parents=True, exist_ok=True)
        name.write_text(own)
    accelerator.wait_for_everyone()
    return folder


def gguf(name: str | None) -> dict[str, str]:
    return {} if name is None else dict(gguf_file=name)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, default=Path(__file__).parent, help="the exported folder; default: that of this file")
    parser.add_argument("--model", required=True, help="a folder, or an id of the Hub")
    parser.add_argument("--tokenizer", help="if it is not that of the model")
    parser.add_argument("--gguf", help="the name of a GGUF file in the folder of the model, which is dequantised")
    parser.add_argument("--out", type=Path, required=True, help="folder for adapters, labels, report and checkpoints")
    parser.add_argument("--dtype", choices=("float32", "bfloat16"), default="float32", help="of the frozen weights")
    parser.add_argument("--rows", type=int, default=8, help="rows of a batch that a process computes at once")
    parser.add_argument("--full", action="store_true", help="all weights are trained, in place of adapters")
    parser.add_argument("--gradient-checkpointing", action="store_true")
    parser.add_argument("--save-every", type=int, default=20, help="steps between two checkpoints")
    args = parser.parse_args()
    if args.rows < 1 or args.save_every < 1:
        refuse("--rows and --save-every: expected at least 1.")
    return args


if __name__ == "__main__":
    main()
