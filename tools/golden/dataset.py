"""Loads an exported data set with Hugging Face's datasets and transformers.

    pip install datasets torch transformers
    python tools/golden/dataset.py [dataset.jsonl]

Checks that every column has one type and the same length in each row, and, with a small random Llama, that the loss
that transformers computes from `labels` is the mean of -ln p(what should follow token i) over all tokens i.
"""
import pathlib
import sys
import tempfile

import torch
from datasets import load_dataset
from transformers import LlamaConfig, LlamaForCausalLM

FIXTURE = pathlib.Path(__file__).parents[2] / "src/unlearn/fixtures/dataset.jsonl"
PER_TOKEN = ["input_ids", "attention_mask", "labels", "labels_0.5", "labels_2", "mapping"]


def check_row(row, model):
    length = len(row["input_ids"])
    for name in PER_TOKEN:
        assert len(row[name]) == length, (name, len(row[name]), length)
    assert row["labels"][0] == -100
    wanted = [(i, row["labels"][i + 1]) for i in range(length - 1) if row["labels"][i + 1] != -100]
    if not wanted:
        return
    batch = {name: torch.tensor([row[name]]) for name in ("input_ids", "attention_mask", "labels")}
    with torch.no_grad():
        out = model(**batch)
    logs = out.logits[0].double().log_softmax(-1)
    loss = -sum(logs[i, token].item() for i, token in wanted) / len(wanted)
    assert abs(out.loss.item() - loss) < 1e-5, (out.loss.item(), loss)


def main(path):
    with tempfile.TemporaryDirectory() as cache:
        data = load_dataset("json", data_files=str(path), split="train", cache_dir=cache)
        print(data.features)
        vocab = 1 + max(max(max(row["input_ids"]), max(row["labels"])) for row in data)
        torch.manual_seed(1)
        model = LlamaForCausalLM(LlamaConfig(
            vocab_size=vocab, hidden_size=16, intermediate_size=24, num_hidden_layers=1, num_attention_heads=2,
        )).eval()
        for row in data:
            check_row(row, model)
        print(f"{len(data)} rows, {sum(len(row['input_ids']) for row in data)} tokens: all correct")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURE)
