"""Labels as files: those that come with a run (src/lab/exported-labels.ts), and those that were made here."""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from batches import IGNORED, Labelled
from hashing import content_hash
from labelling import ByHand, negatives
from run import Settings, refuse
from translating import Block

PER_TOKEN = ("input_ids", "mapping", "human")
# K for each token: what they are, and whether one is.
PER_LABEL: dict[str, tuple[str, Callable[[Any], bool]]] = dict(
    targets=(f"token ids, or {IGNORED},", lambda token: type(token) is int and (token >= 0 or token == IGNORED)),
    weights=("shares", lambda share: type(share) in (int, float) and 0 <= share < math.inf))
SET = 1  # in the column `human`: another label; 2: confirmed; 0: not reviewed


@dataclass(frozen=True)
class Given:
    """The rows of labels/dataset.jsonl, and the settings from which they follow."""

    rows: list[dict[str, Any]]
    settings: Settings
    id: str  # of the rows

    def misfit(self, blocks: Sequence[Block], settings: Settings, vocabulary: int) -> str | None:
        """Why they cannot be those of the blocks; None: they are."""
        for name, value in self.settings.items():
            here = settings.get(name)
            if here != value:
                return f"they were made with {name} {json.dumps(value)}, and run.json has {json.dumps(here)}"
        if [row["input_ids"] for row in self.rows] != [block.ids for block in blocks]:
            return "the tokenizer of this model cuts the text into other tokens"
        if [row["mapping"] for row in self.rows] != [block.mapping for block in blocks]:
            return "this tokenizer spells the translations with other tokens"
        most = max(token for row in self.rows for targets in row["targets"] for token in targets)
        return f"this model has {vocabulary} tokens, and they name number {most}" if most >= vocabulary else None

    def labelled(self, blocks: Sequence[Block]) -> list[Labelled]:
        return [Labelled(block.ids, row["targets"], row["weights"], negatives(block))
                for block, row in zip(blocks, self.rows, strict=True)]

    def by_hand(self, blocks: Sequence[Block]) -> list[ByHand]:
        """What reviewers decided in each block, where the row is of the same tokens."""
        rows = {tuple(row["input_ids"]): row for row in self.rows}
        decided = [rows.get(tuple(block.ids), dict(human=[])) for block in blocks]
        return [{i: row["targets"][i][0] if mark == SET else None for i, mark in enumerate(row["human"][1:])
                 if mark > 0 and block.mapping[i] >= 0} for block, row in zip(blocks, decided, strict=True)]


def read_given(folder: Path) -> Given | None:
    """None: none were exported."""
    path = folder / "labels/dataset.jsonl"
    if not path.exists():
        return None
    try:
        content = path.read_text(encoding="utf-8")
        rows = [_row(number, line) for number, line in enumerate(content.splitlines(), start=1)]
        origin = json.loads((folder / "labels/origin.json").read_text(encoding="utf-8"))
        if not isinstance(origin, dict) or not isinstance(origin.get("settings"), dict):
            raise ValueError("origin.json has no settings")
        return Given(rows, origin["settings"], content_hash(content))
    except (OSError, ValueError) as error:
        refuse(f"{path.parent}: {error}. Export the run again, or remove this folder: then labels are computed here.")


def _row(number: int, line: str) -> dict[str, Any]:
    """A line of labels/dataset.jsonl. Raises ValueError with its number, and the column that is wrong."""
    try:
        row = json.loads(line)
        if not isinstance(row, dict):
            raise ValueError("expected an object")
        for name in (*PER_TOKEN, *PER_LABEL):
            if not isinstance(row.get(name), list):
                raise ValueError(f"expected a list in the column {name}")
        count = len(row["input_ids"])
        for name in PER_TOKEN:
            if len(row[name]) != count or set(map(type, row[name])) != {int}:
                raise ValueError(f"{name} needs a whole number for each of {count} tokens")
        rows = {name: [one if isinstance(one, list) else [] for one in row[name]] for name in PER_LABEL}
        most = max([1, *map(len, rows["targets"])])
        for name, (what, is_one) in PER_LABEL.items():
            if len(rows[name]) != count or any(len(some) != most or not all(map(is_one, some)) for some in rows[name]):
                raise ValueError(f"{name} needs {most} {what} for each of {count} tokens")
        return row
    except ValueError as error:
        raise ValueError(f"line {number} of dataset.jsonl: {error}") from error


def write_labels(blocks: Sequence[Block], labelled: Sequence[Labelled], folder: Path) -> None:
    """The data set that Lethe saves, at the α of the run: labels are shifted for Hugging Face, [-100] + y[:-1]."""
    folder.mkdir(exist_ok=True)
    rows = [dict(input_ids=block.ids, attention_mask=[1] * len(block.ids),
                 labels=[IGNORED, *(best for best, *_ in one.labels[:-1])], mapping=block.mapping, block_id=i)
            for i, (block, one) in enumerate(zip(blocks, labelled, strict=True))]
    (folder / "dataset.jsonl").write_text("".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows))
