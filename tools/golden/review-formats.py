"""Reads exported files with the tools that they are meant for, and prints what it finds.

    pip install label-studio-sdk==2.1.2 crowd-kit==1.4.2 "pandas<3"
    python tools/golden/review-formats.py

The files are src/review/exchange/fixtures/*; a test checks that the exporters write exactly these.
"""
import csv
import json
import pathlib

import pandas as pd
from crowdkit.aggregation import DawidSkene, MajorityVote, OneCoinDawidSkene
from crowdkit.metrics.data import alpha_krippendorff
from label_studio_sdk.label_interface import LabelInterface
from label_studio_sdk.label_interface.objects import TaskValue

FILES = pathlib.Path(__file__).parents[2] / "src/review/exchange/fixtures"
TASKS = ["anchors", "language", "evaluation"]


def label_studio(name):
    interface = LabelInterface((FILES / f"{name}.label-studio.xml").read_text())
    interface.validate()
    tasks = json.loads((FILES / f"{name}.label-studio.json").read_text())
    predictions = annotations = results = 0
    for task in tasks:
        TaskValue.model_validate(task)
        shown = {key: task[key] for key in ("data",)}
        assert interface.validate_task(shown), f"{name}: task {task['id']} does not fit the interface"
        for prediction in task["predictions"]:
            errors = interface.validate_prediction(prediction, return_errors=True)
            assert errors == [], (name, task["id"], errors)
            predictions += 1
            results += len(prediction["result"])
        for annotation in task["annotations"]:
            assert interface.validate_annotation(annotation), (name, task["id"], annotation)
            annotations += 1
            results += len(annotation["result"])
            for result in annotation["result"]:
                spans_agree(task["data"], result)
    controls = ", ".join(control.name for control in interface.controls)
    print(f"{name}: Label Studio parses {len(tasks)} tasks, {predictions} predictions, {annotations} annotations with"
          f" {results} results; controls {controls}")


def spans_agree(data, result):
    """Label Studio's offsets are in UTF-16 units, as in JavaScript."""
    value = result["value"]
    if result["type"] == "labels":
        units = data["text"].encode("utf-16-le")
        found = units[2 * value["start"]:2 * value["end"]].decode("utf-16-le")
        assert found == value["text"], (found, value)


def crowd_kit(name):
    votes = pd.read_csv(FILES / f"{name}.crowd-kit.csv", dtype=str)
    golden = pd.read_csv(FILES / f"{name}.crowd-kit-golden.csv", dtype=str).set_index("task")["label"]
    majority = MajorityVote().fit_predict(votes)
    full = DawidSkene(n_iter=100).fit_predict(votes, golden)
    coin = OneCoinDawidSkene(n_iter=100).fit_predict(votes)
    assert len(majority) == len(full) == len(coin) == votes["task"].nunique()
    print(f"{name}: crowd-kit reads {len(votes)} votes on {len(majority)} questions, alpha {alpha_krippendorff(votes):.3f}")


def doccano(name):
    lines = [json.loads(line) for line in (FILES / f"{name}.doccano-results.jsonl").read_text().splitlines()]
    seen = []
    for line in lines:
        assert isinstance(line["text"], str) and isinstance(line["label"], list)
        for label in line["label"]:
            seen.append(label if isinstance(label, str) else line["text"][label[0]:label[1]])
    print(f"{name}: {len(lines)} lines for doccano, labels {sorted(set(seen))}")


def toloka(name):
    with open(FILES / f"{name}.toloka-results.tsv", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    for row in rows:
        for column in row:
            assert column.split(":")[0] in ("INPUT", "OUTPUT", "GOLDEN", "HINT", "ASSIGNMENT"), column
        assert row["ASSIGNMENT:status"] == "APPROVED" and row["ASSIGNMENT:worker_id"]
    print(f"{name}: {len(rows)} assignments for Toloka, columns {', '.join(rows[0])}")


if __name__ == "__main__":
    for task in TASKS:
        for check in (label_studio, crowd_kit, doccano, toloka):
            check(task)
