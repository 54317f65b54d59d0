"""What Lethe saved, opened in PEFT and transformers: logits and token ids.

    pip install torch==2.13.0 transformers peft
    npx tsx tools/golden/peft-files.ts        # writes src/exchange/fixtures/saved
    python tools/golden/peft_saved.py         # writes src/exchange/fixtures/saved.json

A real run is compared in the same way: with a folder that `--save` wrote and its base model, both ways of adding the
adapter are opened, and the largest difference of their logits is printed.

    python tools/golden/peft_saved.py saved-folder public/models/base
"""
import json
import pathlib
import sys

import torch
from peft import PeftModel
from transformers import AutoModelForCausalLM, AutoTokenizer

FIXTURES = pathlib.Path(__file__).parents[2] / "src/exchange/fixtures"
TEXTS = ["Bea met Cab at dawn.", '"a hat", he said', "z? A!\n bad  egg"]


def numbers(tensor):
    return [float(f"{x:.7g}") for x in tensor.flatten().tolist()]


def opened(path, **how):
    return AutoModelForCausalLM.from_pretrained(path, dtype=torch.float32, **how).eval()


def fixture():
    saved = FIXTURES / "saved"
    base = opened(saved / "base")
    ids = [(7 * i + 3) % base.config.vocab_size for i in range(14)]
    rows = torch.tensor([ids])
    golden = dict(ids=ids, base=numbers(base(rows).logits))
    golden["adapter"] = numbers(PeftModel.from_pretrained(base, saved / "adapter").eval()(rows).logits)
    for name in ("merged", "halves"):
        golden[name] = numbers(opened(saved / name)(rows).logits)
    tokenizer = AutoTokenizer.from_pretrained(saved / "merged")
    golden["tokens"] = [dict(text=text, ids=tokenizer(text, add_special_tokens=False).input_ids,
                             opened=tokenizer(text).input_ids) for text in TEXTS]
    path = FIXTURES / "saved.json"
    path.write_text(json.dumps(golden) + "\n")
    print(path.name, path.stat().st_size, "bytes")


def compare(folder, base_path):
    how = dict(gguf_file=base_path.name) if base_path.suffix == ".gguf" else {}
    base = opened(base_path.parent if how else base_path, **how)
    tokenizer = AutoTokenizer.from_pretrained(folder / "merged")
    rows = torch.tensor([tokenizer("Two old friends met again in the harbour town, and one of them said").input_ids])
    merged = opened(folder / "merged")(rows).logits
    plain = base(rows).logits
    adapted = PeftModel.from_pretrained(base, folder / "adapters/unlearned").eval()(rows).logits
    print(f"{rows.shape[1]} tokens; adapter and merged model differ by {(adapted - merged).abs().max():.2e}, "
          f"adapter and base by {(adapted - plain).abs().max():.2e}")
    out = folder / "logits.json"
    out.write_text(json.dumps(dict(ids=rows[0].tolist(), adapter=numbers(adapted), merged=numbers(merged))))
    print(f"logits in {out}")


if __name__ == "__main__":
    with torch.no_grad():
        compare(*map(pathlib.Path, sys.argv[1:])) if len(sys.argv) == 3 else fixture()
