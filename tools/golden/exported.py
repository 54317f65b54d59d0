"""The files that Lethe exports, for the scripts that open them in other tools."""

import pathlib
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

ROOT = pathlib.Path(__file__).parents[2]


@contextmanager
def exported_files() -> Iterator[pathlib.Path]:
    """A temporary folder with every file that a review exports."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npx", "tsx", "tools/golden/exports.ts", folder], cwd=ROOT, check=True)
        yield pathlib.Path(folder)
