"""Imports the exported reviews into a real Label Studio, annotates them there as two people, and exports them again.

    pip install label-studio==1.23.2
    python tools/golden/label_studio.py    # writes src/review/exchange/label-studio/fixtures

The server runs on a fresh database in a temporary folder. `npx vitest run src/review/exchange/label-studio` reads its
exports.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from exported import ROOT, exported_files

PORT = "4480"
ADDRESS = f"http://localhost:{PORT}"
OUT = ROOT / "src/review/exchange/label-studio/fixtures"
KINDS = ["anchors", "language", "evaluation"]
# Two people and their tokens.
PEOPLE = {"first@example.org": "1" * 40, "second@example.org": "2" * 40}

Json = Any


@contextmanager
def server() -> Iterator[None]:
    """A server with both people; nothing of it outlives the block."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "LABEL_STUDIO_BASE_DATA_DIR": folder,
            "LABEL_STUDIO_DISABLE_SIGNUP_WITHOUT_LINK": "true",
            "DJANGO_DB": "sqlite",
            "COLLECT_ANALYTICS": "false",
        }
        program = str(pathlib.Path(sys.executable).with_name("label-studio"))
        first, second = (
            ["--username", name, "--password", "correct horse", "--user-token", token] for name, token in PEOPLE.items()
        )
        quiet = {"env": environment, "cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([program, "init", "empty", "--enable-legacy-api-token", *first], check=True, **quiet)
        running = subprocess.Popen([program, "start", "--no-browser", "--port", PORT, *second], **quiet)
        try:
            wait_for_server()
            yield
        finally:
            running.terminate()
            running.wait()


def wait_for_server(seconds: int = 300) -> None:
    for _ in range(seconds):
        try:
            if requests.get(f"{ADDRESS}/health", timeout=5).ok:
                return
        except requests.ConnectionError:
            pass
        time.sleep(1)
    raise TimeoutError(f"Label Studio did not answer within {seconds} s")


def ask(method: str, path: str, person: str = "first@example.org", **request: Json) -> requests.Response:
    headers = {"Authorization": f"Token {PEOPLE[person]}"}
    return requests.request(method, f"{ADDRESS}/api/{path}", headers=headers, timeout=60, **request)


def import_review(kind: str, folder: pathlib.Path) -> int:
    """Makes a project of an exported interface and its tasks; returns the project’s id."""
    config = (folder / f"{kind}.label-studio.xml").read_text()
    project = ask("POST", "projects", json={"title": kind, "label_config": config})
    project.raise_for_status()
    number = project.json()["id"]
    tasks = json.loads((folder / f"{kind}.label-studio.json").read_text())
    done = ask("POST", f"projects/{number}/import", json=tasks)
    print(f"{kind}: HTTP {done.status_code}", {k: v for k, v in done.json().items() if k.endswith("_count")})
    assert done.status_code == 201, done.text
    assert done.json()["task_count"] == len(tasks)
    assert done.json()["annotation_count"] == sum(len(task["annotations"]) for task in tasks)
    return number


def answers(kind: str, task: Json) -> dict[str, list[Json]]:
    """What the two people submit for a task, as the interface does: the second corrects what the first accepts."""

    def said(name: str, type_: str, value: Json) -> Json:
        return {"id": f"{name}-new", "from_name": name, "to_name": "completion", "type": type_, "value": value}

    if kind == "anchors":
        predicted = [{**result, "origin": "prediction"} for result in task["predictions"][0]["result"]]
        kept = predicted[0]["id"]
        both = [predicted, [result for result in predicted if result["id"] == kept]]
    elif kind == "language":
        correct = said("verdict", "choices", {"choices": ["correct"]})
        incorrect = said("verdict", "choices", {"choices": ["incorrect"]})
        both = [[correct], [incorrect, said("better", "textarea", {"text": [" door"]})]]
    else:
        both = [[said("grade", "choices", {"choices": [grade]})] for grade in ("3", "0")]
    return dict(zip(PEOPLE, both))


def annotate(kind: str, project: int) -> None:
    tasks = ask("GET", "tasks", params={"project": project, "fields": "all"}).json()["tasks"]
    for task in tasks:
        for person, result in answers(kind, task).items():
            path = f"tasks/{task['id']}/annotations/"
            done = ask("POST", path, person, json={"result": result, "lead_time": 2.5, "was_cancelled": False})
            assert done.status_code == 201, done.text


def export(kind: str, project: int) -> None:
    for style, name in (("JSON", kind), ("JSON_MIN", f"{kind}.min")):
        done = ask("GET", f"projects/{project}/export", params={"exportType": style, "download_all_tasks": "true"})
        done.raise_for_status()
        (OUT / f"{name}.json").write_text(json.dumps(done.json(), ensure_ascii=False, indent=1) + "\n")
        print(f"{kind}: exported as {style}, {len(done.json())} records")


def main() -> None:
    with exported_files() as folder, server():
        print("Label Studio", ask("GET", "version").json()["label-studio-os-package"]["version"])
        for kind in KINDS:
            project = import_review(kind, folder)
            annotate(kind, project)
            export(kind, project)


if __name__ == "__main__":
    main()
