"""report.json, as Lethe writes and opens it (src/evaluate/report-file.ts)."""

import json
import math
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import accelerate
import peft
import torch
import transformers
from accelerate import Accelerator

from evaluating import Metrics
from hashing import content_hash
from run import Run


def write_report(path: Path, measured: dict[str, Metrics], run: Run, seconds: float, model: str, model_hash: str,
                 is_full: bool, accelerator: Accelerator) -> None:
    """`model_hash` is that of what was trained here, which the run need not have been exported with. The order
    of the fields is that of the schema, since the hash of the report is that of the text."""
    libraries = dict(torch=torch, transformers=transformers, peft=peft, accelerate=accelerate)
    content = dict(
        format="lethe-report",
        version=1,
        versions=dict(report="1", backend="accelerate", **{name: one.__version__ for name, one in libraries.items()}),
        seeds=dict(run=run.settings["seed"]),
        hashes=dict(run.hashes, model=model_hash),
        settings=run.settings,
        **({} if run.split is None else dict(split=run.split)),
        made=dict(by="train.py", processes=accelerator.num_processes, device=accelerator.device.type,
                  at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                  model=Path(model).resolve().name if Path(model).is_dir() else model,
                  **(dict(isFull=True) if is_full else {})),
        items={name: {str(i): dict(prompt=item.prompt, references=item.references, subtlety=None)
                      for i, item in enumerate(items)} for name, (_, items) in measured["baseline"].items()},
        evaluation=dict(seconds=seconds, **{variant: _values(metrics) for variant, metrics in measured.items()}),
        curves={},
    )
    digest = content_hash(stringify(content))
    path.write_text(json.dumps(dict(**content, hash=digest), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _values(metrics: Metrics) -> dict[str, Any]:
    return {name: dict(agg_value=value, value_by_index={
        str(i): dict(score=item.score, **({} if item.completion is None else dict(completion=item.completion)))
        for i, item in enumerate(items)}) for name, (value, items) in metrics.items()}


def stringify(value: Any) -> str:
    """The text that JSON.stringify makes, whose numbers are written in another way than Python's."""
    match value:
        case dict():
            return "{" + ",".join(f"{stringify(key)}:{stringify(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ",".join(map(stringify, value)) + "]"
        case float():
            return _number(value)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "null"
    if value == 0:
        return "0"
    if 1e-6 <= abs(value) < 1e21:
        text = format(Decimal(repr(value)), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    return repr(value).replace("e-0", "e-")
