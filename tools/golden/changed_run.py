"""What train.py says of a run whose files were changed after the export.

    pip install -r tools/cluster/requirements.txt
    python tools/golden/changed_run.py 1000      # how many changes of each file are drawn

The runs of src/lab/micro-cluster.ts and the texts of cluster-texts.ts have to be taken, also where another program
wrote their JSON again. A run with one character of a text, a place or a translation changed has to be refused, with the
name of the file.
"""

import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from exported import ROOT

sys.path.insert(0, str(ROOT / "tools/cluster"))
from run import PARTS, read_run


def changed(name: str, text: str, draw: random.Random) -> str:
    """Another character in a text, whose length stays; of terms, a place beside its own or a longer translation."""
    content = json.loads(text)
    if name == "terms":
        term = draw.choice([one for one in content["terms"] if one["places"]])
        if draw.random() < 0.5:
            place, step = draw.choice(term["places"]), draw.choice([-1, 1])
            place[1:3] = [place[1] + step, place[2] + step]
        else:
            term["translations"][0] += "x"
    else:
        texts, key = (draw.choice(content), "prompt") if name == "prompts" else (content["passages"], 0)
        at = draw.randrange(len(texts[key]))
        texts[key] = texts[key][:at] + ("x" if texts[key][at] != "x" else "y") + texts[key][at + 1:]
    return json.dumps(content)


def said(run: pathlib.Path) -> str:
    """What the program ends with; empty if it takes the run."""
    try:
        read_run(run)
        return ""
    except SystemExit as end:
        return str(end)


def main(changes: int) -> None:
    draw = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run(["npx", "tsx", "tools/golden/cluster-files.ts", folder], cwd=ROOT, check=True)
        runs = [*(folder / "runs").iterdir(), *(folder / "texts").iterdir()]
        for run in runs:
            assert said(run) == "", said(run)
            for path in (run / f"{part}.json" for part in PARTS):
                path.write_text(json.dumps(json.loads(path.read_text())))
            assert said(run) == "", said(run)
        print(f"{len(runs)} runs are taken, and with their JSON written again")
        run = folder / "runs/whp"
        for part in ("forget", "retain", "everyday", "prompts", "terms"):
            copy = shutil.copytree(run, folder / part)
            for _ in range(changes):
                (copy / f"{part}.json").write_text(changed(part, (run / f"{part}.json").read_text(), draw))
                assert f"{part}.json" in said(copy), (copy / f"{part}.json").read_text()
            print(f"{part}.json: {changes} changes are refused")


if __name__ == "__main__":
    main(int(sys.argv[1]))
