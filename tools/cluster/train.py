"""A run of Lethe with transformers, PEFT and Accelerate: reinforce, label, unlearn, evaluate.

    accelerate launch --config_file accelerate-one.yaml train.py --model MODEL --out made

`MODEL` is a folder or an id of the Hugging Face Hub. Started again with the same options, it goes on where it ended.
"""

import argparse
import json
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import InitProcessGroupKwargs
from torch import Tensor
from transformers import PreTrainedModel

from adapters import negate, save, weights_of, with_adapters
from batches import Labelled
from evaluating import evaluate
from hashing import model_hash
from label_files import Given, read_given, write_labels
from labelling import label
from objectives import cross_entropy, objective_of
from opening import check_model, load
from report import write_report
from run import Run, read_run, refuse
from tokens import Encoder, Ids
from training import Training, check_batch, train
from translating import Block, choose, cut, translate
from whole import Whole
from work import Model, Work

NAMES = ["reinforced", "unlearned"]  # of the adapters, or copies of the model
CHARACTERS_PER_TOKEN = 12  # fill a block for certain


def main() -> None:
    args = arguments()
    run = read_run(args.run)
    settings = run.settings
    if args.full and (settings["readFirst"] or settings["method"] == "taskVector" or args.dtype != "float32"):
        refuse("--full trains the weights themselves: expected --dtype float32, readFirst false and another method "
               "than taskVector, which need adapters. Leave out --full.")
    patient = InitProcessGroupKwargs(timeout=timedelta(hours=6))  # while one evaluates
    accelerator = Accelerator(kwargs_handlers=[patient])
    processes = accelerator.num_processes
    if args.full:
        accelerator.print("All weights are trained, at the rates of run.json; those for adapters are too high.")
    accelerator.print(f"{processes} process{'' if processes == 1 else 'es'}, the first one on {accelerator.device}")
    given = read_given(args.run) if run.uses_labels else None
    for stage in run.trainings(given is not None):  # all at once: a training may take hours
        check_batch(stage, settings, processes)
    work = Work(accelerator, args.out, args.rows, args.save_every)
    check_model(args.model, args.gguf)
    claim(work, f"{run.id}{given.id if given else ''} {args.model} {args.gguf or ''} {args.dtype} {args.full}\n")
    tokenizer, base = load(args, settings)
    encoder = Encoder(tokenizer)
    blocks, retain, everyday = cut_texts(run, encoder)
    losses: dict[str, list[float]] = {}
    read = None
    if settings["readFirst"]:
        base, losses["read"], read = read_first(base, run, retain, encoder, work)
    model = Whole(base, NAMES) if args.full else with_adapters(base, settings["lora"], NAMES)
    model = model.to(accelerator.device).eval()
    made = unlearn(model, base.config.vocab_size, run, given, blocks, retain, losses, work)
    if accelerator.is_main_process:
        hash_here = model_hash(args.model, args.gguf)
        for name in NAMES if "reinforce" in losses else NAMES[1:]:
            if isinstance(model, Whole):
                model.copies[name].save_pretrained(args.out / "models" / name)
                tokenizer.save_pretrained(args.out / "models" / name)
            else:
                save(model, name, args.out / "adapters" / name, hash_here, read, settings["lora"])
        (args.out / "losses.json").write_text(json.dumps(losses) + "\n")
        began = time.monotonic()
        items, values = evaluate(model, run, blocks, everyday, encoder, work)
        folder = Path(args.model)
        made |= dict(isFull=args.full, model=folder.resolve().name if folder.is_dir() else args.model)
        write_report(args.out / "report.json", items, values, time.monotonic() - began, run, hash_here, made, work)
    accelerator.wait_for_everyone()
    accelerator.end_training()


def unlearn(model: Model, vocabulary: int, run: Run, given: Given | None, blocks: list[Block], retain: list[Labelled],
            losses: dict[str, list[float]], work: Work) -> dict[str, Any]:
    """The stages from reinforce to unlearn, which add their `losses`. Returns what the report says of the labels."""
    settings, said = run.settings, work.accelerator.print
    trained = plain = [Labelled.true(block.ids) for block in blocks]
    chosen = choose(blocks, settings["chosenBlocks"])
    by_hand = given.by_hand(chosen) if given else [{} for _ in chosen]
    if given and (misfit := given.misfit(chosen, settings, vocabulary)):
        said(f"label: the labels of Lethe are not used, for {misfit}. They are computed here.")
        given = None
    if "reinforce" in run.trainings(given is not None):
        reinforce = Training("reinforce", "reinforced", plain, retain, settings["seed"], cross_entropy)
        losses["reinforce"] = train(model, reinforce, settings, work)
    if settings["method"] == "taskVector":
        negate(model, settings["taskVector"]["scale"])
        return {}
    made: dict[str, Any] = {}
    if run.uses_labels:
        trained = given.labelled(chosen) if given else label(model, chosen, by_hand, settings, work)
        made["labels"] = dict(given=given is not None, reviewed=sum(map(len, by_hand)))
        said(f"label: {len(trained)} blocks, {'labels given by Lethe' if given else 'computed here'}, "
             f"{made['labels']['reviewed']} labels reviewed by people")
        if work.accelerator.is_main_process:
            write_labels(chosen, trained, work.folder / "labels")
    own = Training("unlearn", "unlearned", trained, retain, settings["seed"] + 1, objective_of(settings))
    losses["unlearn"] = train(model, own, settings, work)
    return made


def cut_texts(run: Run, encoder: Encoder) -> tuple[list[Block], list[Labelled], list[Ids]]:
    """The blocks of the text to forget with their translations, of the retain text, and of everyday text."""
    length = run.settings["blockLength"]
    forget = translate(run, encoder)
    retain, everyday = (cut(encoder.stream(passages)[0].ids, length) for passages in (run.retain, run.everyday))
    for name, blocks in dict(forget=forget, retain=retain, everyday=everyday).items():
        if not blocks:
            refuse(f"{name}.json: the text is shorter than a block of {length} tokens. Set a smaller blockLength.")
    return forget, [Labelled.true(ids) for ids in retain], everyday


def read_first(base: PreTrainedModel, run: Run, retain: list[Labelled], encoder: Encoder,
               work: Work) -> tuple[PreTrainedModel, list[float], dict[str, Tensor]]:
    """The model with what it read in its weights, the losses, and what it read as an adapter."""
    length = run.settings["blockLength"]
    texts = [run.forget[passage][start:start + length * CHARACTERS_PER_TOKEN] for passage, start in run.starts]
    sentences = [Labelled.true([*encoder.opening, *encoder.encode(text)][:length]) for text in texts]
    model = with_adapters(base, run.settings["lora"], ["read"]).to(work.accelerator.device)
    reading = Training("read", "read", sentences, retain, run.settings["seed"] + 2, cross_entropy)
    losses = train(model, reading, run.settings, work)
    read = weights_of(model, "read")
    return model.merge_and_unload(adapter_names=["read"]), losses, read


def claim(work: Work, own: str) -> None:
    """The folder of the results, which belongs to one run of one model."""
    name = work.folder / "run.id"
    if name.exists() and name.read_text() != own:
        refuse(f"{work.folder} holds another run, or one of another model. Give --out another folder.")
    work.accelerator.wait_for_everyone()
    if work.accelerator.is_main_process:
        work.folder.mkdir(parents=True, exist_ok=True)
        name.write_text(own)
    work.accelerator.wait_for_everyone()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, default=Path(__file__).parent, help="the exported folder, if another")
    parser.add_argument("--model", required=True, help="a folder, or an id of the Hub")
    parser.add_argument("--gguf", help="the name of a GGUF file in the folder of the model, which is dequantised")
    parser.add_argument("--out", type=Path, required=True, help="folder for adapters, labels, report and checkpoints")
    parser.add_argument("--dtype", choices=("float32", "bfloat16"), default="float32", help="of the frozen weights")
    parser.add_argument("--rows", type=int, default=8, help="rows of a batch that a process computes at once")
    parser.add_argument("--full", action="store_true", help="all weights are trained, in place of adapters, for whose "
                        "learning rates export the run with about a tenth of them")
    parser.add_argument("--gradient-checkpointing", action="store_true")
    parser.add_argument("--save-every", type=int, default=20, help="steps between two checkpoints")
    args = parser.parse_args()
    if args.rows < 1 or args.save_every < 1:
        refuse("--rows and --save-every: expected at least 1.")
    return args


if __name__ == "__main__":
    main()
