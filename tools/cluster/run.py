"""An exported run: its settings, texts and dictionary. What is not computed here is refused by its name."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

Settings = dict[str, Any]
Entry = tuple[str, list[str]]  # a term and its translations
FORMAT = "lethe-run-1"
METHODS = ("whp", "gradAscent", "gradDiff", "npo", "simNpo", "rmu", "taskVector")
# Settings that are read here. Of a choice, its values; of a group, its members; otherwise nothing.
TRAINING = {"steps": (), "batch": (), "learningRate": (), "schedule": ("linear", "cosine", "constant")}
READ: dict[str, Any] = {
    "method": METHODS, "seed": (), "blockLength": (), "remainder": ("pad", "drop"),
    "lora": {"rank": (), "loraAlpha": (), "targets": ()},
    "readFirst": (), "read": {**TRAINING, "retainShare": ()},
    "reinforce": TRAINING, "unlearn": {**TRAINING, "retainShare": ()},
    "alpha": (), "logitSpace": ("raw", "logprob"), "reinforced": (), "anchors": (),
    "matchRule": ("longest", "first"), "wordBoundary": (), "translationDraw": ("term", "spelling", "entity"),
    "maskRepeats": (), "forbid": (), "forbidFrom": ("emitted", "following"), "repeatedSentences": (),
    "chosenBlocks": (), "softLabels": (), "weightBits": ("32",),
    "whp": {"unlikelihood": (), "unchangedWeight": ()}, "gradDiff": {"retainWeight": ()},
    "npo": {"beta": (), "retainWeight": ()}, "simNpo": {"beta": (), "gamma": (), "retainWeight": ()},
    "rmu": {"layer": (), "steering": (), "retainWeight": ()}, "taskVector": {"scale": ()},
}
ELSEWHERE = ("plan",)  # settings without an effect here: how Lethe divides its work


@dataclass(frozen=True)
class Prompt:
    text: str
    references: list[str]


@dataclass(frozen=True)
class Run:
    settings: Settings
    forget: list[str]
    retain: list[str]
    everyday: list[str]
    dictionary: list[Entry]
    sentences: list[str]  # repeated ones, which are forgotten too
    prompts: list[Prompt]
    hashes: dict[str, str]
    split: str | None  # of the prompts and the everyday text
    id: str  # of the settings and the texts

    @property
    def uses_labels(self) -> bool:
        return self.settings["method"] == "whp"


def read_run(folder: Path) -> Run:
    """Reads an exported folder. Ends the program with a sentence if it cannot be used."""
    data = _json(folder / "run.json", dict)
    if data.get("format") != FORMAT:
        refuse(f"{folder / 'run.json'}: expected the format {FORMAT}, got {data.get('format')!r}. Export the run again with "
               "the version of Lethe that these programs are from.")
    parts = {name: _json(folder / f"{name}.json", kind) for name, kind in
             (("forget", dict), ("retain", dict), ("everyday", dict), ("dictionary", dict), ("prompts", list))}
    try:
        settings = data["settings"]
        check(settings)
        texts = {name: list(parts[name]["passages"]) for name in ("forget", "retain", "everyday")}
        entries = [(term, [value] if isinstance(value, str) else list(value)) for term, value in parts["dictionary"].items()]
        prompts = [Prompt(one["prompt"], list(one["references"])) for one in parts["prompts"]]
        content = hashlib.sha256(json.dumps([data, parts], sort_keys=True).encode()).hexdigest()
        return Run(settings, *texts.values(), entries, list(data["sentences"]), prompts, data["hashes"], data["split"], content)
    except (KeyError, TypeError, AttributeError) as error:
        refuse(f"{folder}: {error} is missing or of another kind. Export the run again.")


def check(settings: Settings, known: dict[str, Any] = READ, inside: str = "") -> None:
    """Refuses by name what these programs do not compute."""
    for name in known:
        if name not in settings:
            refuse(f"{inside}{name}: the setting is missing in run.json. Export the run again.")
    for name, value in settings.items():
        if not inside and name in ELSEWHERE:
            continue
        allowed = known.get(name)
        if allowed is None:
            refuse(f"{inside}{name}: a setting that these programs do not know. Take those of the same version of Lethe.")
        if isinstance(allowed, dict):
            check(value, allowed, f"{inside}{name}.")
        elif allowed and value not in allowed:
            expected = " or ".join(map(json.dumps, allowed))
            refuse(f"{inside}{name}: expected {expected}, got {json.dumps(value)}, which Lethe alone computes. Run it there, "
                   "or export the run with another value.")


def _json(path: Path, kind: type) -> Any:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        refuse(f"{path}: {error}. Export the run again, and unpack all of it.")
    if not isinstance(data, kind):
        refuse(f"{path}: expected JSON of another kind than {type(data).__name__}. Export the run again.")
    return data


def refuse(sentence: str) -> NoReturn:
    raise SystemExit(sentence)
