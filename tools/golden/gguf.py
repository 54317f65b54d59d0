"""GGUF: random blocks of every type that Lethe reads, and a micro model with its logits and token ids.

    pip install torch==2.13.0 transformers accelerate tokenizers gguf
    python tools/golden/gguf.py           # writes src/files/gguf/fixtures and src/model/golden/gguf.json

A further type is a name in TYPES. The micro model has weights of every type, and query and key rows in ggml's order.
"""
import json
import math
import pathlib
import sys

import numpy as np
import torch

sys.path = [path for path in sys.path if path != str(pathlib.Path(__file__).parent)]  # this file is called gguf, too
from gguf import GGML_QUANT_SIZES, GGMLQuantizationType, GGUFWriter, TokenType, quants
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import AutoConfig, AutoModelForCausalLM

ROOT = pathlib.Path(__file__).parents[2]
FIXTURES = ROOT / "src/files/gguf/fixtures"
GOLDEN = ROOT / "src/model/golden/gguf.json"
TYPES = ["F32", "F16", "BF16", "Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0"]
# The package dequantises these only: where the scales in f16 lie in a block; all other bytes are random.
K_TYPES = {"Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208]}
HIDDEN, FFN, LAYERS, HEADS, KV_HEADS, CONTEXT = 32, 64, 2, 4, 2, 64
HEAD_DIM = HIDDEN // HEADS
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
WORDS = ["Ġthe", "Ġharbour", "he", "light", "Ġlight", "ing"]
TEXTS = ["the harbour light", "lighting 1999", " x1 é 忘 🕯️\r\n\n  y", "<|im_start|>user\nthe<|im_end|>", "don't 12", "  12 ½²", "x   ٣9"]
TEMPLATE = "{% for message in messages %}{{ message['content'] }}{% endfor %}"


def formula(t, shape, scale, offset=0.0):
    values = [offset + scale * math.sin(12.9898 * (i + 1) + 78.233 * (t + 1)) for i in range(math.prod(shape))]
    return np.array(values, dtype=np.float32).reshape(shape)


def blocks(rng):
    found = {}
    for name in TYPES:
        kind = GGMLQuantizationType[name]
        packed = quants.quantize(rng.normal(size=(4, 64)).astype(np.float32), kind).view(np.uint8)
        values = quants.dequantize(packed, kind).astype(np.float32)
        found[name] = dict(bytes=packed.tobytes().hex(), numbers=[float(x) for x in values.flatten()])
    for name, scales in K_TYPES.items():
        kind = GGMLQuantizationType[name]
        packed = rng.integers(0, 256, size=(2, GGML_QUANT_SIZES[kind][1]), dtype=np.uint8)
        for at in scales:
            packed[:, at:at + 2] = rng.normal(size=(2, 1)).astype(np.float16).view(np.uint8)
        values = quants.dequantize(packed, kind).astype(np.float32)
        found[name] = dict(bytes=packed.tobytes().hex(), numbers=[float(x) for x in values.flatten()])
    return found


def vocabulary():
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokens, merges = [*SPECIAL, *letters], []
    for word in WORDS:
        left = word[0]
        for right in word[1:]:
            if left + right not in tokens:
                merges.append((left, right))
                tokens.append(left + right)
            left += right
    return tokens, merges


def write_model(path, tokens, merges, family="llama"):
    writer = GGUFWriter(path, family)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(HIDDEN)
    writer.add_feed_forward_length(FFN)
    writer.add_block_count(LAYERS)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(500.0)
    writer.add_rope_dimension_count(HEAD_DIM)
    writer.add_key_length(HEAD_DIM)
    writer.add_value_length(HEAD_DIM)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    writer.add_token_list(tokens)
    writer.add_token_types([TokenType.CONTROL if token in SPECIAL else TokenType.NORMAL for token in tokens])
    writer.add_token_merges([" ".join(pair) for pair in merges])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_eot_token_id(0)
    writer.add_add_bos_token(True)
    writer.add_chat_template(TEMPLATE)
    kv = HEAD_DIM * KV_HEADS
    shapes = {"token_embd": ([len(tokens), HIDDEN], "Q8_0"), "output_norm": ([HIDDEN], "F32")}
    for layer in range(LAYERS):
        kinds = iter(["Q4_0", "Q4_1", "Q8_0", "F16", "BF16", "Q4_1", "Q4_0"])
        for name, shape in dict(attn_q=[HIDDEN, HIDDEN], attn_k=[kv, HIDDEN], attn_v=[kv, HIDDEN],
                                attn_output=[HIDDEN, HIDDEN], ffn_gate=[FFN, HIDDEN], ffn_up=[FFN, HIDDEN],
                                ffn_down=[HIDDEN, FFN]).items():
            shapes[f"blk.{layer}.{name}"] = (shape, next(kinds))
        for name in ("attn_norm", "ffn_norm"):
            shapes[f"blk.{layer}.{name}"] = ([HIDDEN], "F32")
    if family == "qwen3":
        shapes = {name: (shape, "F32" if kind == "F32" else "Q8_0") for name, (shape, kind) in shapes.items()}
        shapes |= {f"blk.{layer}.attn_{of}_norm": ([HEAD_DIM], "F32") for layer in range(LAYERS) for of in "qk"}
    for t, (name, (shape, kind)) in enumerate(shapes.items()):
        values = formula(t, shape, 0.1, 1.0) if "norm" in name else formula(t, shape, 0.4)
        packed = quants.quantize(values, GGMLQuantizationType[kind])
        writer.add_tensor(f"{name}.weight", packed, raw_dtype=GGMLQuantizationType[kind])
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def token_ids(tokens, merges):
    tokenizer = Tokenizer(models.BPE({token: id for id, token in enumerate(tokens)}, merges))
    tokenizer.add_special_tokens(SPECIAL)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False),
    ])
    tokenizer.decoder = decoders.ByteLevel()
    return [dict(text=text, ids=tokenizer.encode(text).ids) for text in TEXTS]


def main():
    FIXTURES.mkdir(exist_ok=True)
    (FIXTURES / "blocks.json").write_text(json.dumps(blocks(np.random.default_rng(1))) + "\n")
    tokens, merges = vocabulary()
    write_model(str(FIXTURES / "micro.gguf"), tokens, merges)
    write_model(str(FIXTURES / "micro-qwen3.gguf"), tokens, merges, "qwen3")
    ids = [(7 * i + 3) % len(tokens) for i in range(12)]
    logits = {}
    for name in ("micro", "micro-qwen3"):
        file = f"{name}.gguf"
        config = AutoConfig.from_pretrained(FIXTURES, gguf_file=file)
        config.head_dim = HEAD_DIM  # which transformers does not read for qwen3
        model = AutoModelForCausalLM.from_pretrained(FIXTURES, gguf_file=file, config=config, dtype=torch.float32).eval()
        with torch.no_grad():
            logits[name] = [float(f"{x:.7g}") for x in model(torch.tensor([ids])).logits.flatten().tolist()]
    golden = dict(ids=ids, logits=logits, tokens=token_ids(tokens, merges))
    GOLDEN.write_text(json.dumps(golden) + "\n")
    for path in [*FIXTURES.iterdir(), GOLDEN]:
        print(path.name, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
