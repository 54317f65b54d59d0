"""Golden values of small Llamas, computed with torch, transformers and peft.

    pip install torch==2.13.0 transformers peft
    python tools/golden/llama.py          # writes src/llama/golden/*.json

Weights are given by a formula, so that the fixtures need not contain them and the tests can compute the same ones:
element i of tensor number t (in the order of the model) is scale * sin(12.9898 * (i + 1) + 78.233 * (t + 1)), plus 1
for the gains of the norms.
"""
import json
import math
import pathlib

import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, LlamaConfig, MistralConfig, Qwen2Config, Qwen3Config

OUT = pathlib.Path(__file__).parents[2] / "src/llama/golden"
BASE = dict(
    vocab_size=40, hidden_size=16, intermediate_size=24, num_hidden_layers=2,
    num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=64,
    rms_norm_eps=1e-5, tie_word_embeddings=False, bos_token_id=0, eos_token_id=None,
)
LLAMA3 = dict(rope_type="llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0,
              original_max_position_embeddings=16)
CONFIGS = {
    "llama": dict(),
    "multi-query": dict(num_key_value_heads=1),
    "multi-head-tied": dict(num_key_value_heads=4, tie_word_embeddings=True),
    "biases": dict(attention_bias=True, mlp_bias=True),
    "head-dim": dict(head_dim=6),
    "llama3-rope": dict(rope_parameters=dict(rope_theta=500.0, **LLAMA3)),
    "linear-rope": dict(rope_parameters=dict(rope_theta=100.0, rope_type="linear", factor=4.0)),
}
# One of each family, named by its model_type (src/llama/families.ts).
FAMILIES = {"llama": LlamaConfig, "mistral": MistralConfig, "qwen2": Qwen2Config, "qwen3": Qwen3Config}
OF_FAMILY = {
    "mistral": dict(sliding_window=16),  # as long as the texts
    "qwen2": dict(use_sliding_window=False, tie_word_embeddings=True),
    "qwen3": dict(head_dim=6, use_sliding_window=False),
}
RANK, LORA_ALPHA, STEPS = 2, 4, 20
TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]


def formula(t, shape, scale, offset=0.0):
    n = math.prod(shape)
    values = [offset + scale * math.sin(12.9898 * (i + 1) + 78.233 * (t + 1)) for i in range(n)]
    return torch.tensor(values, dtype=torch.float64).reshape(shape).float()


def weight_names(config):
    names = ["model.embed_tokens.weight"]
    for layer in range(config.num_hidden_layers):
        at = f"model.layers.{layer}."
        names += [at + "input_layernorm.weight", at + "post_attention_layernorm.weight"]
        for name in TARGETS:
            part = "mlp" if name in ("gate_proj", "up_proj", "down_proj") else "self_attn"
            names.append(f"{at}{part}.{name}.weight")
            names.append(f"{at}{part}.{name}.bias")
        names += [at + "self_attn.q_norm.weight", at + "self_attn.k_norm.weight"]
    return names + ["model.norm.weight", "lm_head.weight"]


def build(overrides, family="llama"):
    config = FAMILIES[family](**{**BASE, **overrides})
    model = AutoModelForCausalLM.from_config(config, attn_implementation="eager").float().eval()
    there = dict(model.named_parameters())
    with torch.no_grad():
        for t, name in enumerate(name for name in weight_names(config) if name in there):
            parameter = model.get_parameter(name)
            norm = "norm" in name
            parameter.copy_(formula(t, parameter.shape, 0.1 if norm else 0.4, 1.0 if norm else 0.0))
    return model, config


def loss_of(model, ids, labels):
    """Mean over supervised positions; labels[i] is what should follow token i, -100 is ignored."""
    logits = model(ids).logits
    return torch.nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=-100)


def numbers(tensor):
    return [float(f"{x:.7g}") for x in tensor.detach().double().flatten().tolist()]


def adapter_parameters(model):
    for layer in range(BASE["num_hidden_layers"]):
        for name in TARGETS:
            part = "mlp" if name in ("gate_proj", "up_proj", "down_proj") else "self_attn"
            for matrix in "AB":
                key = f"base_model.model.model.layers.{layer}.{part}.{name}.lora_{matrix}.default.weight"
                yield model.get_parameter(key)


def flat(tensors):
    return torch.cat([t.flatten() for t in tensors])


def lora_values(model, ids, labels):
    tuned = get_peft_model(model, LoraConfig(r=RANK, lora_alpha=LORA_ALPHA, target_modules=TARGETS, lora_dropout=0.0))
    parameters = list(adapter_parameters(tuned))
    with torch.no_grad():
        for t, p in enumerate(parameters):
            p.copy_(formula(t, p.shape, 0.3))
    loss = loss_of(tuned, ids, labels)
    gradient = flat(torch.autograd.grad(loss, parameters))
    optimizer = torch.optim.AdamW(parameters, lr=1e-2, betas=(0.9, 0.98), eps=1e-8, weight_decay=0.1)
    losses = []
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 1e-2 * (1 - step / STEPS)
        optimizer.zero_grad()
        loss = loss_of(tuned, ids, labels)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 0.5)
        optimizer.step()
        losses.append(float(loss))
    return dict(rank=RANK, loraAlpha=LORA_ALPHA, gradient=numbers(gradient), losses=losses,
                trained=numbers(flat(parameters)))


def main():
    torch.manual_seed(0)
    torch.use_deterministic_algorithms(True)
    for name, overrides in {**CONFIGS, **OF_FAMILY}.items():
        model, config = build(overrides, name if name in FAMILIES else "llama")
        ids = torch.tensor([[(7 * i + 3 * b) % 40 for i in range(9)] for b in range(2)])
        labels = torch.tensor([[-100 if i % 4 == 1 else (5 * i + b) % 40 for i in range(9)] for b in range(2)])
        with torch.no_grad():
            logits = model(ids).logits
            written = ids[:1, :4]
            for _ in range(12):
                written = torch.cat([written, model(written).logits[:, -1:].argmax(-1)], 1)
        golden = dict(config=json.loads(config.to_json_string(use_diff=False)), ids=ids.tolist(), labels=labels.tolist(),
                      logits=numbers(logits), greedy=written[0].tolist())
        keep = set(BASE) | set(overrides) | {"model_type", "rope_parameters", "head_dim", "attention_bias", "mlp_bias",
                                             "layer_types"}
        golden["config"] = {k: v for k, v in golden["config"].items() if k in keep}
        if name in ("biases", "llama3-rope", *FAMILIES):
            golden["lora"] = lora_values(model, ids, labels)
        path = OUT / f"{name}.json"
        path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
        print(path.name, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
