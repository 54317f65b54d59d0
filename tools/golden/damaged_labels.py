"""What train.py says of labels that go along with a run, and that are damaged.

    pip install -r tools/cluster/requirements.txt
    python tools/golden/damaged_labels.py 4000      # how many copies are damaged at random

They are those of the run `fits` of src/lab/micro-cluster.ts. Every column of a line is made wrong in several ways,
which has to be refused by line and column. A copy with random damage has to be refused, or not to fit, or to be labels.
"""

import collections
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

from exported import ROOT
from transformers import AutoConfig, AutoTokenizer

sys.path.insert(0, str(ROOT / "tools/cluster"))
from label_files import read_given
from run import read_run
from tokens import Encoder
from translating import choose, translate

LINE = 2  # whose columns are made wrong
COLUMNS = ("input_ids", "mapping", "human", "targets", "weights")
PIECES = [*'0123456789[]{},:"-.eanulx\n', "null", "true", "1e999", "NaN", "[]", "{}", "-7", "99999999999"]


def wrong(row: dict, column: str) -> list[dict]:
    """The row with one column wrong."""
    values = row[column]
    others = [None, "x", {}, values[:-1], [*values, values[0]], *([one, *values[1:]] for one in ("x", None, math.nan))]
    if isinstance(values[0], list):
        others += [[one, *values[1:]] for one in ([], [*values[0], 1], ["x"], [-7], [math.inf], [True])]
    left_out = {name: value for name, value in row.items() if name != column}
    return [left_out, *({**row, column: other} for other in others)]


def damaged(text: str, draw: random.Random) -> str:
    """With one to three pieces replaced, left out, doubled, or with the end cut off."""
    for _ in range(draw.randint(1, 3)):
        at = draw.randrange(len(text) + 1)
        end = at + draw.choice([0, 1, 1, draw.randint(1, 40)])
        piece = draw.choice([draw.choice(PIECES), "", text[at:end] * 2])
        text = text[:at] + piece + draw.choice([text[end:], text[end:], text[end:], ""])
    return text


def main(copies: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run(["npx", "tsx", "tools/golden/cluster-files.ts", folder], cwd=ROOT, check=True)
        run, labels = read_run(folder / "runs/fits"), folder / "runs/fits/labels"
        vocabulary = AutoConfig.from_pretrained(folder / "m").vocab_size
        encoder = Encoder(AutoTokenizer.from_pretrained(folder / "m"))
        blocks = choose(translate(run, encoder), run.settings["chosenBlocks"])
        whole = {path: path.read_text() for path in (labels / "dataset.jsonl", labels / "origin.json")}

        def said(path: pathlib.Path, text: str) -> str:
            """What becomes of the labels if one of their files has this text."""
            for one, right in whole.items():
                one.write_text(text if one == path else right)
            try:
                given = read_given(labels.parent)
            except SystemExit as refusal:
                return str(refusal)
            if given.misfit(blocks, run.settings, vocabulary):
                return "does not fit"
            given.by_hand(blocks)
            for one in given.labelled(blocks):
                assert {len(row) for row in [*one.labels, *one.shares]} == {len(one.labels[0])}
                assert len(one.ids) == len(one.labels) == len(one.shares) == len(one.negatives)
                assert all(0 <= share < math.inf for row in one.shares for share in row)
            return "taken"

        path, lines = labels / "dataset.jsonl", whole[labels / "dataset.jsonl"].splitlines()
        assert said(path, whole[path]) == "taken"
        for column in COLUMNS:
            for row in wrong(json.loads(lines[LINE]), column):
                sentence = said(path, "\n".join([*lines[:LINE], json.dumps(row), *lines[LINE + 1:]]))
                assert f"line {LINE + 1} of dataset.jsonl: " in sentence, sentence
                assert column in sentence or column == "input_ids", sentence  # whose length the others are held to
        draw, counts = random.Random(1), collections.Counter[str]()
        while counts.total() < copies:
            path = draw.choice([*whole, labels / "dataset.jsonl"])
            text = damaged(whole[path], draw)
            if text == whole[path]:
                continue
            found = said(path, text)
            counts[found if found in ("taken", "does not fit") else "refused"] += 1
        print(dict(counts))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2] or ["4000"]))
