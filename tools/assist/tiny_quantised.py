"""Writes the two tiny models of tiny_models.py in 8 and in 4 bits, and what onnxruntime makes of the texts with them.

    python tools/assist/tiny_quantised.py

needs onnx, onnxruntime, onnx_ir, sympy and transformers. As the models on the Hub are made: q8 by dynamic quantisation of the
weights, q4 by MatMulNBits in blocks of 32, q4f16 likewise with all else but inputs and outputs in 16 bits. Tests read
src/assist/fixtures/tiny/quantised, and need no Python.
"""

import json
import pathlib

import numpy as np
import onnx
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from onnxruntime.transformers.float16 import convert_float_to_float16
from transformers import PreTrainedTokenizerFast

TINY = pathlib.Path(__file__).parents[2] / "src" / "assist" / "fixtures" / "tiny"
OUT = TINY / "quantised"
NEW_TOKENS = 24
ENDINGS = {"q8": "quantized", "q4": "q4", "q4f16": "q4f16"}


def quantised(name):
    """The file of each format."""
    whole, folder = TINY / name / "onnx" / "model.onnx", OUT / name / "onnx"
    folder.mkdir(parents=True, exist_ok=True)
    paths = {dtype: folder / f"model_{ending}.onnx" for dtype, ending in ENDINGS.items()}
    quantize_dynamic(whole, paths["q8"], weight_type=QuantType.QUInt8)
    half = convert_float_to_float16(onnx.load(whole), keep_io_types=True)
    onnx.save(in_four_bits(onnx.load(whole)), paths["q4"])
    onnx.save(in_four_bits(half), paths["q4f16"])
    return paths


def in_four_bits(model):
    nbits = MatMulNBitsQuantizer(model, block_size=32, is_symmetric=True)
    nbits.process()
    return nbits.model.model


def labels_in(path, config, tokenizer, text):
    """The label of each token."""
    encoded = tokenizer(text, return_tensors="np")
    feed = {k: encoded[k].astype(np.int64) if k in encoded else np.zeros_like(encoded["input_ids"]) for k in
            ("input_ids", "attention_mask", "token_type_ids")}
    logits = onnxruntime.InferenceSession(path).run(None, feed)[0][0]
    return [config["id2label"][str(i)] for i in logits.argmax(-1)]


def answer(path, config, tokenizer, prompt):
    """Greedily, at most NEW_TOKENS."""
    session = onnxruntime.InferenceSession(path)
    ids = list(tokenizer.apply_chat_template([{"role": "user", "content": prompt}], add_generation_prompt=True, return_dict=False))
    new = []
    while len(new) < NEW_TOKENS:
        row = np.array([ids + new], dtype=np.int64)
        empty = np.zeros((1, config["num_key_value_heads"], 0, config["head_dim"]), dtype=np.float32)
        feed = {"input_ids": row, "attention_mask": np.ones_like(row), "position_ids": np.arange(row.shape[1])[None].astype(np.int64)}
        feed |= {f"past_key_values.{i}.{part}": empty for i in range(config["num_hidden_layers"]) for part in ("key", "value")}
        new.append(int(session.run(["logits"], feed)[0][0, -1].argmax()))
        if new[-1] == 1:
            break
    return tokenizer.decode(new, skip_special_tokens=True)


def main():
    golden = {"names": {}, "writer": {}}
    for name in golden:
        config = json.loads((TINY / name / "config.json").read_text())
        tokenizer = PreTrainedTokenizerFast.from_pretrained(TINY / name)
        known = json.loads((TINY / f"{name}.golden.json").read_text())
        for dtype, path in quantised(name).items():
            print(name, dtype, path.stat().st_size, "bytes")
            if name == "names":
                golden[name][dtype] = [labels_in(path, config, tokenizer, one["text"])[1:-1] for one in known if one["isWhole"]]
                same = sum(a == [t["label"] for t in one["tokens"]] for a, one in zip(golden[name][dtype], known))
                print("as in 32 bits:", same, "of", len(golden[name][dtype]), "texts")
            else:
                golden[name][dtype] = [answer(path, config, tokenizer, one["prompt"]) for one in known]
                for a, one in zip(golden[name][dtype], known):
                    print(a == one["answer"], repr(a), repr(one["answer"]))
    (OUT / "golden.json").write_text(json.dumps(golden, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
