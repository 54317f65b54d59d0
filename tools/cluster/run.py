"""An exported run: its settings and texts, and where its terms are (src/lab/run-folder.ts)."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from hashing import content_hash
from unchanged import difference

Settings = dict[str, Any]
FORMAT = "lethe-run-2"
PARTS = ("run", "forget", "retain", "everyday", "terms", "prompts", "dictionary", "found")
# What is computed here, of the settings that are a choice.
COMPUTED = {
    "method": ("whp", "gradAscent", "gradDiff", "npo", "simNpo", "rmu", "taskVector"),
    "schedule": ("linear", "cosine", "constant"),
    "remainder": ("pad", "drop"),
    "logitSpace": ("raw", "logprob"),
    "matchRule": ("longest", "first"),
    "translationDraw": ("term", "spelling", "entity"),
    "forbidFrom": ("emitted", "following"),
    "weightBits": ("32",),
}


@dataclass(frozen=True)
class Run:
    settings: Settings
    forget: list[str]
    retain: list[str]
    everyday: list[str]
    terms: list[dict[str, Any]]  # of the dictionary, with their places in the text to forget
    sentences: list[dict[str, Any]]  # repeated ones, which are forgotten too, likewise
    starts: list[tuple[int, int]]  # of what is read first: passage and character
    prompts: list[dict[str, Any]]
    hashes: dict[str, str]
    split: str | None  # of the prompts and the everyday text
    id: str  # of all of it

    @property
    def uses_labels(self) -> bool:
        return self.settings["method"] == "whp"

    def trainings(self, is_labelled: bool) -> list[str]:
        """The stages that train, in order. Labels that went along need no reinforced model."""
        is_vector = self.settings["method"] == "taskVector"
        reinforces = is_vector or (self.uses_labels and self.settings["reinforced"] and not is_labelled)
        has = dict(read=self.settings["readFirst"], reinforce=reinforces, unlearn=not is_vector)
        return [stage for stage, is_there in has.items() if is_there]


def read_run(folder: Path) -> Run:
    """Reads an exported folder. Ends the program with a sentence if it cannot be used."""
    try:
        content = [(folder / f"{part}.json").read_text(encoding="utf-8") for part in PARTS]
        files = dict(zip(PARTS, map(json.loads, content), strict=True))
        said, forget, retain, everyday, terms, prompts, *_ = files.values()
        if said["format"] != FORMAT:
            raise ValueError(f"expected the format {FORMAT} of these programs in run.json, got {said['format']!r}")
        check(said["settings"])
        if changed := difference(files):
            refuse(f"{folder}: {changed}. Put back the exported file; or change texts and dictionary in Lethe, and "
                   "export the run again.")
        return Run(said["settings"], forget["passages"], retain["passages"], everyday["passages"], terms["terms"],
                   terms["sentences"], said["starts"], prompts, said["hashes"], said["split"], content_hash(*content))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        refuse(f"{folder}: {type(error).__name__} {error}. Export the run again, and unpack all of it.")


def check(settings: Settings) -> None:
    for name, value in settings.items():
        if isinstance(value, dict):
            check(value)
        elif name in COMPUTED and value not in COMPUTED[name]:
            refuse(f"{name}: expected {' or '.join(COMPUTED[name])}, got {value}, which these programs do not compute. "
                   "Run it in Lethe, or export the run with another value.")


def refuse(sentence: str) -> NoReturn:
    raise SystemExit(sentence)
