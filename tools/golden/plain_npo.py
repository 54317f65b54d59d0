"""NPO of all weights (arXiv 2404.05868) as a plain loop of torch, to which `train.py --full` is held. It shares no line with
tools/cluster; the batches are those that Lethe draws (tools/golden/cluster-files.ts).
"""

import json
import pathlib

import torch
from torch.nn.functional import cross_entropy, logsigmoid
from transformers import AutoModelForCausalLM


@torch.enable_grad()
def plain_npo(folder: pathlib.Path, run: pathlib.Path) -> list[float]:
    """The loss of each step on the model in `folder`."""
    settings = json.loads((run / "run.json").read_text())["settings"]
    beta, retain_weight = settings["npo"]["beta"], settings["npo"]["retainWeight"]
    assert settings["unlearn"]["schedule"] == "linear"
    model, before = (AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32) for _ in range(2))
    optimizer = torch.optim.AdamW(model.parameters(), settings["unlearn"]["learningRate"], (0.9, 0.98), 1e-8, weight_decay=0)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / settings["unlearn"]["steps"])
    losses = []
    for batch in json.loads((run / "batches.json").read_text()):
        ids, labels, is_forget = (torch.tensor(batch[name]) for name in ("ids", "labels", "isForget"))

        def lost(of: torch.nn.Module, rows: torch.Tensor, reduction: str) -> torch.Tensor:
            return cross_entropy(of(ids[rows]).logits.transpose(1, 2), labels[rows], reduction=reduction)

        with torch.no_grad():
            known = lost(before, is_forget, "none").sum(1)
        ratio = known - lost(model, is_forget, "none").sum(1)  # ln of how much likelier each row became
        loss = -2 / beta * logsigmoid(-beta * ratio).mean() + retain_weight * lost(model, ~is_forget, "mean")
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
    return losses
