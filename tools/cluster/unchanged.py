"""Whether the files of an exported run are still those that run.json has the hashes of (src/lab/hashes.ts)."""

import json
from typing import Any
from unicodedata import normalize

import regex

from hashing import content_hash

HASHED = dict(forget="forgetSet", retain="retainSet", everyday="heldOut", prompts="questions")
# In what a term and its place in the text may differ: marks, spaces, invisible characters (src/text/fold.ts).
IGNORED = regex.compile(r"[^\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]|\p{Default_Ignorable_Code_Point}")


def difference(files: dict[str, Any]) -> str | None:
    """What was changed in the `files`, which have their names without .json. None: nothing that is seen."""
    run, passages, terms = files["run"], files["forget"]["passages"], files["terms"]["terms"]
    for name, part in HASHED.items():
        if _hash(files[name]) != run["hashes"][part]:
            return f"{name}.json was changed after the export: run.json has another hash of it"
    for one in [*terms, *files["terms"]["sentences"]]:
        for passage, start, end, *_ in one["places"]:
            text = "".join(passages[passage:passage + 1])[start:end]
            if text != one["term"] and _letters(text) != _letters(one["term"]):
                return (f"terms.json has {one['term']!r} in passage {passage}, characters {start} to {end}, "
                        f"where forget.json has {text[:60]!r}")
    translations = {one["term"]: one["translations"] for one in terms}
    if {term: [one] if isinstance(one, str) else one for term, one in files["dictionary"].items()} != translations:
        return "terms.json has other terms or translations than dictionary.json"
    if not _may_be_dictionary(files):
        return "terms.json was changed after the export: run.json has another hash of its terms and translations"
    return None


def _may_be_dictionary(files: dict[str, Any]) -> bool:
    """The hash also has how sure programs were of a term, as JavaScript writes numbers, and the repeated sentences that
    reviewers kept. It is not known here where programs found terms, or such sentences stay out of the run."""
    run, terms = files["run"], files["terms"]
    entries = [dict(term=one["term"], translations=one["translations"]) for one in terms["terms"]]
    reviewed = [entries, [one["term"] for one in terms["sentences"]]]
    is_known = not files["found"] and run["settings"]["repeatedSentences"]
    return not is_known or run["hashes"]["dictionary"] in (_hash(entries), _hash(reviewed))


def _hash(value: object) -> str:
    """Of what JSON.stringify writes, which escapes halves of surrogate pairs."""
    return content_hash(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="backslashreplace"))


def _letters(text: str) -> str:
    return IGNORED.sub("", normalize("NFKD", text))
