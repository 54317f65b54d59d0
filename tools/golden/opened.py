"""Opens every file that Lethe exports for other programs in the program that it is for, and says what was there.

    pip install -r tools/cluster/requirements.txt datasets pandas
    npm run unlearn -- --save SAVED && npm run export-run -- --labels SAVED/labels/labels.safetensors --save RUN
    (cd RUN && python train.py --model MODEL --out made)
    python tools/golden/opened.py MODEL SAVED RUN      # its output is in docs/exports.md

`MODEL`: the folder of the model, public/models/base. What does not open ends the program.
"""

import json
import os
import pathlib
import sys
import tempfile

import datasets
import pandas
import torch
import yaml
from exported import exported_files
from peft import PeftModel
from safetensors import safe_open
from transformers import AutoModelForCausalLM, AutoTokenizer

datasets.disable_progress_bars()


def said(tool: str, file: pathlib.Path | str, what: str) -> None:
    print(f"| {tool} | {file} | {what} |")


def adapter(model: pathlib.Path, folder: pathlib.Path, name: str) -> None:
    tuned = PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(model, dtype="float32"), folder)
    trained = sum(one.numel() for key, one in tuned.named_parameters() if "lora_" in key)
    with torch.no_grad():
        moved = (tuned(torch.tensor([[1, 2, 3]])).logits - _plain(tuned)).abs().max().item()
    assert moved > 0
    said("PEFT", name, f"{trained:,} numbers of LoRA; logits move by {moved:.2g}")
    with safe_open(folder / "adapter_model.safetensors", "pt") as file:
        base = (file.metadata() or {}).get("lethe_base_hash", "")
        assert len(base) == 64
        said("safetensors", f"{name}/adapter_model.safetensors", f"{len(file.keys())} tensors, base {base[:8]}…")


def _plain(tuned: PeftModel) -> torch.Tensor:
    with tuned.disable_adapter():
        return tuned(torch.tensor([[1, 2, 3]])).logits


def columns(names: list[str], what: str = "columns") -> str:
    return ", ".join(names) if len(names) < 5 else f"{len(names)} {what}"


def rows(file: pathlib.Path, name: str) -> None:
    """As `datasets.load_dataset` reads JSON lines."""
    with tempfile.TemporaryDirectory() as cache:
        found = datasets.load_dataset("json", data_files=str(file), split="train", cache_dir=cache)
        assert len(found) > 0
        said("datasets", name, f"{len(found)} rows of {columns(found.column_names)}")


def labels(file: pathlib.Path, name: str) -> None:
    """The columns of a token are of its length, in each row."""
    rows(file, name)
    frame = pandas.read_json(file, lines=True)
    per_token = [column for column in frame.columns if column != "block_id"]
    assert all(len(row[column]) == len(row["input_ids"]) for _, row in frame.iterrows() for column in per_token)
    said("pandas", name, f"{len(frame)} rows, {len(frame.columns)} columns")


def open_unlearning(folder: pathlib.Path) -> None:
    """By the arguments of each config, which OpenUnlearning passes to `load_dataset` from its own folder."""
    os.chdir(folder)
    for config in sorted(pathlib.Path("configs").rglob("*.yaml")):
        content = yaml.safe_load(config.read_text())
        if config.parent.name != "datasets":
            said("yaml", f"open-unlearning/{config}", columns(list(content), "keys"))
            continue
        ((name, entry),) = content.items()
        with tempfile.TemporaryDirectory() as cache:
            found = datasets.load_dataset(**entry["args"]["hf_args"], cache_dir=cache)
        keys = [value for key, value in entry["args"].items() if key.endswith("_key")]
        assert set(keys) <= set(found.column_names) and all(isinstance(found[0][key], str) for key in keys)
        said("datasets", f"open-unlearning: {name}", f"{len(found)} rows of {columns(found.column_names)}")


def main() -> None:
    model, saved, run = (pathlib.Path(one).resolve() for one in sys.argv[1:4])
    print("| opened by | file | what was there |\n| --- | --- | --- |")
    for origin, folder in dict(saved=saved, run=run, made=run / "made").items():
        for name in sorted(path.parent.name for path in folder.glob("adapters/*/adapter_config.json")):
            adapter(model, folder / "adapters" / name, f"{origin}/adapters/{name}")
        labels(folder / "labels/dataset.jsonl", f"{origin}/labels/dataset.jsonl")
        for file in ("labels/origin.json", "terms.json", "report.json"):
            if (folder / file).exists():
                said("json", f"{origin}/{file}", columns(list(json.loads((folder / file).read_text())), "keys"))
    merged = AutoModelForCausalLM.from_pretrained(saved / "merged", dtype="float32")
    tokenizer = AutoTokenizer.from_pretrained(saved / "merged")
    ids = tokenizer("The rain fell.", return_tensors="pt").input_ids
    said("transformers", "saved/merged", f"{merged.num_parameters():,} parameters, {ids.shape[1]} tokens of a sentence")
    with safe_open(saved / "merged/model.safetensors", "pt") as file:
        said("safetensors", "saved/merged/model.safetensors", f"{len(file.keys())} tensors")
    with exported_files() as folder:
        for file in sorted(folder.glob("*.csv")):
            frame = pandas.read_csv(file)
            said("pandas", file.name, f"{len(frame)} rows, {len(frame.columns)} columns")
        for file in sorted(folder.glob("*.jsonl")):
            rows(file, file.name)
    open_unlearning(run / "open-unlearning")


if __name__ == "__main__":
    main()
