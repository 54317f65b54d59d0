"""Losses and LoRA gradients of training objectives, computed with torch, transformers and peft.

    pip install torch==2.13.0 transformers peft
    python tools/golden/objectives.py     # writes src/model/golden/objectives.json

One batch of two forget rows and two retain rows, with up to two labels per position; the weights are those of
llama.py. The reference model is the same model without its adapter.
"""
import json
import pathlib

import torch
from llama import TARGETS, adapter_parameters, build, flat, formula, numbers
from peft import LoraConfig, get_peft_model
from torch.nn.functional import cross_entropy, logsigmoid, mse_loss

OUT = pathlib.Path(__file__).parents[2] / "src/model/golden/objectives.json"
RANK, LORA_ALPHA = 1, 4
ROWS, LENGTH, VOCABULARY, HIDDEN = 4, 9, 40, 16
IGNORED = -100
RETAIN_WEIGHT = 0.5  # of gradient difference
BETA = 0.3  # of NPO and SimNPO
GAMMA = 0.2  # of SimNPO
UNLIKELIHOOD = 0.75  # of unlikelihood beside cross-entropy
LAYER, RMU_WEIGHT = 1, 1.5  # of RMU
STEERING = 4.0
DIRECTION = (torch.nn.functional.normalize(1 + formula(0, [HIDDEN], 1.0), dim=0)).float()


def batch():
    ids = torch.tensor([[(7 * i + 3 * b) % VOCABULARY for i in range(LENGTH)] for b in range(ROWS)])
    labels = torch.full([ROWS, LENGTH, 2], IGNORED)
    shares = torch.zeros(ROWS, LENGTH, 2)
    for b in range(ROWS):
        for i in range(LENGTH):
            if i % 4 == 1 or i > 5 + b:
                continue  # not supervised; rows have different numbers of labels
            labels[b, i, 0] = (5 * i + b) % VOCABULARY
            shares[b, i, 0] = 1.0
            if i % 2 == 0:
                labels[b, i, 1] = (11 * i + 2 * b + 7) % VOCABULARY
                shares[b, i] = torch.tensor([0.75, 0.25])
    return ids, labels, shares


IDS, LABELS, SHARES = batch()
FORGET, RETAIN = slice(0, 2), slice(2, 4)
NEGATIVES = torch.tensor([[(3 * i + b) % VOCABULARY if b < 2 and i % 3 == 0 else IGNORED for i in range(LENGTH)] for b in range(ROWS)])
SUPERVISED = LABELS[..., 0] != IGNORED
SAFE = LABELS.clamp(min=0)
TARGET = torch.zeros(ROWS, LENGTH, VOCABULARY).scatter_add_(2, SAFE, SHARES)  # a distribution per position


def cross_entropy_of(logits, rows):
    supervised = SUPERVISED[rows]
    return cross_entropy(logits[rows][supervised], TARGET[rows][supervised])


def log_probs(logits):
    """ln p of each label, 0 where there is none: [B, T, K]."""
    return torch.where(LABELS == IGNORED, 0.0, logits.log_softmax(-1).gather(2, SAFE))


def unlikelihood(logits):
    """The mean of -ln(1 - p) over the negative candidates."""
    p = logits.softmax(-1).gather(2, NEGATIVES.clamp(min=0)[..., None])[..., 0]
    return -torch.log1p(-p[NEGATIVES != IGNORED]).mean()


def objectives(output, reference):
    """The loss of each objective, from the outputs of the model and of the reference model."""
    logits = output.logits
    hidden, reference_hidden = output.hidden_states[LAYER], reference.hidden_states[LAYER]
    log_ratio = (SHARES * (log_probs(logits) - log_probs(reference.logits))).sum((1, 2))  # [B]
    retain = RETAIN_WEIGHT * cross_entropy_of(logits, RETAIN)
    per_token = -(SHARES * log_probs(logits)).sum((1, 2))[FORGET] / SUPERVISED[FORGET].sum(1)
    return dict(
        crossEntropy=cross_entropy_of(logits, slice(None)),
        # arXiv 2401.06121
        gradientDifference=-cross_entropy_of(logits, FORGET) + retain,
        # arXiv 1908.04319
        unlikelihood=cross_entropy_of(logits, slice(None)) + UNLIKELIHOOD * unlikelihood(logits),
        # arXiv 2404.05868
        npo=-2 / BETA * logsigmoid(-BETA * log_ratio[FORGET]).mean() + retain,
        # arXiv 2410.07163
        simNpo=-2 / BETA * logsigmoid(BETA * (per_token - GAMMA)).mean() + retain,
        # arXiv 2210.01504
        gradientAscent=-cross_entropy_of(logits, FORGET),
        # arXiv 2403.03218
        rmu=mse_loss(hidden[FORGET], (STEERING * DIRECTION).expand_as(hidden[FORGET]))
        + RMU_WEIGHT * mse_loss(hidden[RETAIN], reference_hidden[RETAIN]),
    )


def main():
    torch.use_deterministic_algorithms(True)
    model, config = build({})
    tuned = get_peft_model(model, LoraConfig(r=RANK, lora_alpha=LORA_ALPHA, target_modules=TARGETS, lora_dropout=0.0))
    parameters = list(adapter_parameters(tuned))
    with torch.no_grad():
        for t, parameter in enumerate(parameters):
            parameter.copy_(formula(t, parameter.shape, 0.1))
        with tuned.disable_adapter():
            reference = tuned(IDS, output_hidden_states=True)
    losses = objectives(tuned(IDS, output_hidden_states=True), reference)
    made = {}
    for name, loss in losses.items():
        gradient = torch.autograd.grad(loss, parameters, retain_graph=True, materialize_grads=True)
        made[name] = dict(loss=loss.item(), gradient=numbers(flat(gradient)))
    golden = dict(
        config={name: getattr(config, name) for name in (
            "model_type", "vocab_size", "hidden_size", "intermediate_size", "num_hidden_layers",
            "num_attention_heads", "num_key_value_heads", "max_position_embeddings", "rms_norm_eps")},
        rank=RANK, loraAlpha=LORA_ALPHA,
        ids=IDS.tolist(), labels=LABELS.tolist(), shares=SHARES.tolist(),
        negatives=NEGATIVES.tolist(), unlikelihoodWeight=UNLIKELIHOOD,
        rowKinds=["forget"] * 2 + ["retain"] * 2,
        referenceLogProbs=numbers(log_probs(reference.logits)),
        retainWeight=RETAIN_WEIGHT, beta=BETA, gamma=GAMMA, layer=LAYER, steering=STEERING, direction=numbers(DIRECTION), rmuWeight=RMU_WEIGHT,
        objectives=made,
    )
    OUT.write_text(json.dumps(golden, separators=(",", ":")) + "\n")
    print(OUT.name, OUT.stat().st_size, "bytes", {name: loss.item() for name, loss in losses.items()})


if __name__ == "__main__":
    main()
