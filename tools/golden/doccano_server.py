"""Imports the exported reviews into a real doccano and exports them again.

    pip install doccano==1.8.4 "marshmallow<4" "numpy<2" "setuptools<81"
    python tools/golden/doccano_server.py    # writes src/review/exchange/fixtures

The server and its task queue run on a fresh database in a temporary folder. `npx vitest run src/review/exchange` reads
its exports.
"""

import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import requests
from exported import ROOT, exported_files

PORT = "4481"
ADDRESS = f"http://localhost:{PORT}/v1"
OUT = ROOT / "src/review/exchange/fixtures"
# Task and resource type of each kind’s project.
PROJECTS = {
    "anchors": ("SequenceLabeling", "SequenceLabelingProject"),
    "language": ("DocumentClassification", "TextClassificationProject"),
    "evaluation": ("DocumentClassification", "TextClassificationProject"),
}

Json = Any


@contextmanager
def server() -> Iterator[requests.Session]:
    """A session of the administrator of a fresh server."""
    with tempfile.TemporaryDirectory() as folder:
        program = str(pathlib.Path(sys.executable).with_name("doccano"))
        quiet: dict[str, Any] = {
            "env": {**os.environ, "DOCCANO_HOME": folder},
            "cwd": folder,
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
        }
        subprocess.run([program, "init"], check=True, **quiet)
        subprocess.run([program, "createuser", "--username", "ann", "--password", "correct horse"], check=True, **quiet)
        running = [
            subprocess.Popen([program, "webserver", "--port", PORT, "--workers", "1"], **quiet),
            subprocess.Popen([program, "task", "--concurrency", "1"], **quiet),
        ]
        try:
            yield log_in()
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait()


def log_in(seconds: int = 120) -> requests.Session:
    session = requests.Session()
    name = {"username": "ann", "password": "correct horse"}
    for _ in range(seconds):
        try:
            done = session.post(f"{ADDRESS}/auth/login/", json=name, timeout=9)
            done.raise_for_status()
            session.headers["X-CSRFToken"] = session.cookies["csrftoken"]
            return session
        except requests.ConnectionError:
            time.sleep(1)
    raise TimeoutError(f"doccano did not answer within {seconds} s")


def result_of(session: requests.Session, task: str, seconds: int = 120) -> Json:
    """The result of a task of the queue."""
    for _ in range(seconds):
        status = session.get(f"{ADDRESS}/tasks/status/{task}").json()
        if status["ready"]:
            assert status["error"] is None, status["error"]
            return status["result"]
        time.sleep(1)
    raise TimeoutError(f"doccano’s queue did not finish within {seconds} s")


def import_file(session: requests.Session, kind: str, file: pathlib.Path) -> int:
    """Makes a project of a JSONL file; returns the project’s id."""
    task, resource = PROJECTS[kind]
    about = {"name": file.name, "description": kind, "project_type": task, "resourcetype": resource}
    project = session.post(f"{ADDRESS}/projects", json=about)
    assert project.status_code == 201, project.text
    number: int = project.json()["id"]
    with file.open("rb") as content:
        upload = session.post(f"{ADDRESS}/fp/process/", files={"filepond": (file.name, content)})
    assert upload.status_code == 200, upload.text
    columns = {"column_data": "text", "column_label": "label", "delimiter": "", "encoding": "utf_8"}
    order = {"format": "JSONL", "task": task, "uploadIds": [upload.text], **columns}
    queued = session.post(f"{ADDRESS}/projects/{number}/upload", json=order)
    errors = result_of(session, queued.json()["task_id"])["error"]
    lines = len(file.read_text().splitlines())
    examples = session.get(f"{ADDRESS}/projects/{number}/examples").json()["count"]
    print(f"{file.name}: {examples} of {lines} lines imported, errors: {errors}")
    assert errors == [] and examples == lines
    return number


def export(session: requests.Session, number: int, name: str) -> None:
    """Writes the project as JSONL; doccano makes one file per person in a zip."""
    queued = session.post(f"{ADDRESS}/projects/{number}/download", json={"format": "JSONL", "exportApproved": False})
    task = queued.json()["task_id"]
    result_of(session, task)
    archive = session.get(f"{ADDRESS}/projects/{number}/download", params={"taskId": task})
    with zipfile.ZipFile(io.BytesIO(archive.content)) as files:
        (OUT / f"{name}.jsonl").write_bytes(b"".join(files.read(file) for file in files.namelist()))


def main() -> None:
    with exported_files() as folder, server() as session:
        for kind in PROJECTS:
            for part, name in (("tasks", "untouched-from-doccano"), ("results", "from-doccano")):
                number = import_file(session, kind, folder / f"{kind}.doccano-{part}.jsonl")
                export(session, number, f"{kind}.{name}")


if __name__ == "__main__":
    main()
