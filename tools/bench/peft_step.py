"""One training step of PyTorch + PEFT at a time, for tools/bench/peft.ts: a model of the shape of config.json (first
argument) with random weights, B1 × T128, rank 8 on all seven projections, AdamW, gradient norm clipped to 1, two threads.
Prints "ready", and after each line that it reads the seconds that a step took.

Needs torch, transformers and peft.
"""

import json
import sys
import time

import torch
from peft import LoraConfig, get_peft_model
from transformers import LlamaConfig, LlamaForCausalLM

TARGETS = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
THREADS, LENGTH, RANK, LORA_ALPHA, RATE = 2, 128, 8, 16, 1e-4

torch.set_num_threads(THREADS)
torch.manual_seed(6)
config = LlamaConfig(**json.loads(sys.argv[1]))
model = get_peft_model(
    LlamaForCausalLM(config), LoraConfig(r=RANK, lora_alpha=LORA_ALPHA, target_modules=TARGETS, lora_dropout=0.0)
)
parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
optimizer = torch.optim.AdamW(parameters, lr=RATE)
ids, labels = torch.randint(0, config.vocab_size, (2, 1, LENGTH))


def step():
    optimizer.zero_grad()
    logits = model(ids).logits[0]
    torch.nn.functional.cross_entropy(logits, labels[0]).backward()
    torch.nn.utils.clip_grad_norm_(parameters, 1.0)
    optimizer.step()


print("ready", flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    step()
    print(time.perf_counter() - start, flush=True)
