"""report.json, which Lethe opens (src/evaluate/report-file.ts)."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import accelerate
import peft
import torch
import transformers

from evaluating import Metrics
from hashing import content_hash
from run import Run
from work import Work


def write_report(path: Path, items: Metrics, values: dict[str, Metrics], seconds: float, run: Run, model_hash: str,
                 made: dict[str, Any], work: Work) -> None:
    """`model_hash` is that of what was trained here, which the run need not have been exported with; `made`: what else
    the report says of how it was made. The hash of the report is that of its text before it."""
    libraries = dict(torch=torch, transformers=transformers, peft=peft, accelerate=accelerate)
    here = dict(by="train.py", processes=work.accelerator.num_processes, device=work.accelerator.device.type,
                at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    content = dict(
        format="lethe-report", version=1,
        versions=dict(report="1", backend="accelerate", **{name: one.__version__ for name, one in libraries.items()}),
        seeds=dict(run=run.settings["seed"]), hashes=dict(run.hashes, model=model_hash), settings=run.settings,
        **({} if run.split is None else dict(split=run.split)), made={**here, **made}, items=items,
        evaluation=dict(seconds=seconds, **values), curves={})
    text = json.dumps(content, ensure_ascii=False, indent=1).removesuffix("\n}")
    path.write_text(f'{text},\n "hash": "{content_hash(text)}"\n}}\n', encoding="utf-8")
