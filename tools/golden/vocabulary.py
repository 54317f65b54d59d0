"""Loss, LoRA gradient and log-sum-exp at large vocabularies, in float64 with torch, transformers and peft.

    pip install torch==2.13.0 transformers peft
    python tools/golden/vocabulary.py     # writes src/model/golden/vocabulary.json

Weights and logits are those of the formula in llama.py, so that the fixture stays small. One vocabulary fills blocks of
256 and the other does not.
"""
import json
import pathlib

import torch
from llama import RANK, LORA_ALPHA, TARGETS, adapter_parameters, build, flat, formula, loss_of
from peft import LoraConfig, get_peft_model

OUT = pathlib.Path(__file__).parents[2] / "src/model/golden/vocabulary.json"
VOCABULARIES = 32_768, 49_157
ROWS, LENGTH = 2, 9
SHARPER = 5  # gain of the final norm: few tokens are likely, as in a trained model, and many add a little


def digits(tensor):
    return [float(f"{x:.10g}") for x in tensor.detach().flatten().tolist()]


def golden(vocabulary):
    model, config = build(dict(vocab_size=vocabulary, tie_word_embeddings=True))
    with torch.no_grad():
        model.model.norm.weight *= SHARPER
    ids = torch.tensor([[(7919 * i + 3 * b) % vocabulary for i in range(LENGTH)] for b in range(ROWS)])
    labels = torch.tensor([[(104_729 * i + b) % vocabulary for i in range(LENGTH)] for b in range(ROWS)])
    lora = LoraConfig(r=RANK, lora_alpha=LORA_ALPHA, target_modules=TARGETS, lora_dropout=0.0)
    tuned = get_peft_model(model, lora)
    parameters = list(adapter_parameters(tuned))
    with torch.no_grad():
        for t, parameter in enumerate(parameters):
            parameter.copy_(formula(t, parameter.shape, 0.3))
    loss = loss_of(tuned.double(), ids, labels)
    gradient = flat(torch.autograd.grad(loss, list(adapter_parameters(tuned))))
    keep = ["model_type", "vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads",
            "num_key_value_heads", "max_position_embeddings", "rms_norm_eps", "tie_word_embeddings"]
    logits = formula(0, [4, vocabulary], 3.0).double()
    return dict(config={name: getattr(config, name) for name in keep}, ids=ids.tolist(), labels=labels.tolist(),
                sharper=SHARPER, rank=RANK, loraAlpha=LORA_ALPHA, loss=loss.item(), gradient=digits(gradient),
                gradientNorm=gradient.norm().item(), logSumExp=digits(logits.logsumexp(-1)))


def main():
    torch.use_deterministic_algorithms(True)
    OUT.write_text(json.dumps([golden(vocabulary) for vocabulary in VOCABULARIES], separators=(",", ":")) + "\n")
    print(OUT.name, OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
