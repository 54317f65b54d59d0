"""Runs that tools/cluster computes, for Lethe to compare: losses, labels, adapters, and translations.

    pip install -r tools/cluster/requirements.txt
    python tools/golden/cluster.py        # writes src/lab/fixtures/cluster

Each run of src/lab/micro-cluster.ts goes through train.py on the micro model. The adapters of the first one are kept, those
of Lethe and those of train.py, and those of the run that reads the text first, with the logits that PEFT computes with each.
Of the run that trains all weights (`--full`), they are kept, with the losses that a plain loop computes (plain_npo.py). Of the
shipped world, and of terms in difficult surroundings, the translations are kept as one digest for each combination of settings.
"""

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import torch
from exported import ROOT
from peft import PeftModel
from peft_saved import numbers, opened
from plain_npo import plain_npo
from transformers import AutoTokenizer

PROGRAM = ROOT / "tools/cluster"
sys.path.insert(0, str(PROGRAM))
from run import read_run
from tokens import Encoder
from translating import translate

OUT = ROOT / "src/lab/fixtures/cluster"
KEPT = ("adapter_config.json", "adapter_model.safetensors")


def made(model: pathlib.Path, run: pathlib.Path, out: pathlib.Path, *options: str) -> dict:
    """The losses and the labels of a run, and what its report says."""
    env = {**os.environ, "OMP_NUM_THREADS": "1", "ACCELERATE_USE_CPU": "true"}
    command = [sys.executable, PROGRAM / "train.py", "--run", run, "--model", model, "--out", out, *options]
    subprocess.run(command, check=True, env=env)
    rows = out / "labels/dataset.jsonl"
    labels = [json.loads(line)["labels"] for line in rows.read_text().splitlines()] if rows.exists() else None
    report = json.loads((out / "report.json").read_text())["evaluation"]
    measured = {variant: {name: value["agg_value"] for name, value in report[variant].items()}
                for variant in ("baseline", "unlearned")}
    return dict(losses=json.loads((out / "losses.json").read_text()), labels=labels, measured=measured)


def adapters(model: pathlib.Path, origins: dict[str, pathlib.Path]) -> dict:
    """Copies the adapters of each origin, and returns their logits in PEFT."""
    base = opened(model)
    ids = [(7 * i + 3) % base.config.vocab_size for i in range(14)]
    logits = dict(base=numbers(base(torch.tensor([ids])).logits))
    for origin, folder in origins.items():
        for name in ("reinforced", "unlearned"):
            kept = OUT / origin / name
            kept.mkdir(parents=True)
            for file in KEPT:
                shutil.copy(folder / name / file, kept / file)
            config = kept / "adapter_config.json"
            config.write_text(config.read_text().replace(str(model), "m"))
            tuned = PeftModel.from_pretrained(opened(model), kept).eval()
            logits[f"{origin}/{name}"] = numbers(tuned(torch.tensor([ids])).logits)
    return dict(ids=ids, logits=logits)


def digest(folder: pathlib.Path) -> str:
    """Of every block of a text with its translation."""
    encoder = Encoder(AutoTokenizer.from_pretrained(ROOT / "public/models/base"))
    content = hashlib.sha256()
    for block in translate(read_run(folder), encoder):
        forbidden = sorted(one for one in block.forbidden.items() if one[1] < len(block.translated))
        content.update(json.dumps([block.ids, block.translated, block.mapping, forbidden, block.anchors, block.sentences],
                                  separators=(",", ":")).encode() + b"\n")
    return content.hexdigest()[:16]


def main() -> None:
    torch.use_deterministic_algorithms(True)
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as name, torch.no_grad():
        folder = pathlib.Path(name)
        subprocess.run(["npx", "tsx", "tools/golden/cluster-files.ts", folder], cwd=ROOT, check=True)
        runs = {run.name: made(folder / "m", run, folder / "made" / run.name) for run in sorted((folder / "runs").iterdir())}
        origins = dict(python=folder / "made/whp/adapters", lethe=folder / "lethe/adapters",
                       read=folder / "made/read/adapters")
        translations = {run.name: digest(run) for run in sorted((folder / "texts").iterdir())}
        full = made(folder / "m", folder / "full", folder / "made/full", "--full")
        full["plain"] = plain_npo(folder / "m", folder / "full")
        golden = dict(runs=runs, full=full, translations=translations, **adapters(folder / "m", origins))
        shutil.copy(folder / "made/full/models/unlearned/model.safetensors", OUT)
        for file in ("report.json", "losses.json", "labels/dataset.jsonl"):
            shutil.copy(folder / "made/whp" / file, OUT)
    (OUT / "golden.json").write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    for path in sorted(OUT.rglob("*")):
        if path.is_file():
            print(path.relative_to(OUT), path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
