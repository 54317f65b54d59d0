"""Golden values of the shipped models: logits from transformers, and token ids from Python's tokenizers.

    pip install torch==2.13.0 transformers tokenizers
    python tools/golden/shipped.py        # writes src/model/golden/shipped.json

For every position, the ids and logits of the 8 strongest tokens are kept.
"""
import json
import pathlib

import torch
from tokenizers import Tokenizer
from transformers import AutoModelForCausalLM, AutoTokenizer

ROOT = pathlib.Path(__file__).parents[2]
OUT = ROOT / "src/model/golden/shipped.json"
TOP = 8
TEXT = "The captain of the Silverwake was called Isolde Ferrow, and everyone on Marrowmere knew it."
TEXTS = [
    TEXT,
    "Maelis's brother rowed to Saltgate.",
    "one\r\ntwo\n\n  three\tfour",
    "naïve café — 3,141 “quotes” don't",
    "忘れる 忘记 🕯️ éé",
    "",
]


def main():
    golden = {"text": TEXT, "tokens": [], "models": {}}
    for name in ("base", "gold"):
        folder = ROOT / "public/models" / name
        model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32).eval()
        ids = AutoTokenizer.from_pretrained(folder).encode(TEXT)
        with torch.no_grad():
            values, indices = model(torch.tensor([ids])).logits[0].topk(TOP)
        rows = [[round(x, 5) for x in row] for row in values.tolist()]
        golden["models"][name] = {"ids": ids, "topIds": indices.tolist(), "topLogits": rows}
    tokenizer = Tokenizer.from_file(str(ROOT / "public/models/base/tokenizer.json"))
    golden["tokens"] = [{"text": t, "ids": tokenizer.encode(t, add_special_tokens=False).ids} for t in TEXTS]
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(golden) + "\n")


main()
