"""Labels as files: those that come with a run (src/lab/exported-labels.ts), and those that were made here."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from batches import IGNORED, Labelled
from hashing import content_hash
from labelling import ByHand, LabelledBlock, negatives
from run import Settings, refuse
from translating import Block

COLUMNS = {1.0: "labels", 0.5: "labels_0.5", 2.0: "labels_2"}  # at a multiple of α
PER_TOKEN = ("input_ids", "mapping", "targets", "weights", "human", *COLUMNS.values())
SET = 1  # in the column `human`: another label; 2: confirmed; 0: not reviewed


@dataclass(frozen=True)
class Given:
    """The rows of labels/dataset.jsonl, and the settings from which they follow."""

    rows: list[dict]
    settings: Settings
    id: str  # of the rows

    def misfit(self, blocks: Sequence[Block], settings: Settings, vocabulary: int) -> str | None:
        """Why they cannot be those of the blocks; None: they are."""
        for name, value in self.settings.items():
            if settings.get(name) != value:
                return f"they were made with {name} {json.dumps(value)}, and run.json has {json.dumps(settings.get(name))}"
        if [row["input_ids"] for row in self.rows] != [block.ids for block in blocks]:
            return "the tokenizer of this model cuts the text into other tokens"
        if [row["mapping"] for row in self.rows] != [block.mapping for block in blocks]:
            return "this tokenizer spells the translations with other tokens"
        most = max(token for row in self.rows for targets in row["targets"] for token in targets)
        return f"this model has {vocabulary} tokens, and they name number {most}" if most >= vocabulary else None

    def labelled(self, blocks: Sequence[Block]) -> list[LabelledBlock]:
        return [LabelledBlock(block, {factor: [*row[column][1:], IGNORED] for factor, column in COLUMNS.items()},
                              Labelled(block.ids, row["targets"], row["weights"], negatives(block)))
                for block, row in zip(blocks, self.rows, strict=True)]

    def by_hand(self, blocks: Sequence[Block]) -> list[ByHand]:
        """What reviewers decided in each block, where the row is of the same tokens."""
        rows = {tuple(row["input_ids"]): row for row in self.rows}
        return [{i: row["labels"][i + 1] if mark == SET else None for i, mark in enumerate(row["human"][1:])
                 if mark > 0 and block.mapping[i] >= 0} if (row := rows.get(tuple(block.ids))) else {} for block in blocks]


def read_given(folder: Path) -> Given | None:
    """None: none were exported."""
    path = folder / "labels/dataset.jsonl"
    if not path.exists():
        return None
    try:
        content = path.read_text(encoding="utf-8")
        rows = [json.loads(line) for line in content.splitlines()]
        origin = json.loads((folder / "labels/origin.json").read_text(encoding="utf-8"))
        for row in rows:
            if {len(row[name]) for name in PER_TOKEN} != {len(row["input_ids"])}:
                raise ValueError("columns of one length in each row were expected")
        return Given(rows, dict(origin["settings"]), content_hash(content))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        refuse(f"{path.parent}: {error}. Export the run again, or remove this folder: the labels are then computed here.")


def write_labels(labelled: Sequence[LabelledBlock], folder: Path) -> None:
    """The data set that Lethe saves: labels are shifted as Hugging Face expects them, [-100] + y[:-1]."""
    folder.mkdir(exist_ok=True)
    rows = [dict(input_ids=one.block.ids, attention_mask=[1] * len(one.block.ids),
                 **{name: [IGNORED, *one.labels[factor][:-1]] for factor, name in COLUMNS.items()},
                 mapping=one.block.mapping, block_id=i) for i, one in enumerate(labelled)]
    (folder / "dataset.jsonl").write_text("".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows))
