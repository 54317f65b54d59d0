"""An adapter that PEFT made on the micro model of tools/golden/peft-files.ts, with its logits.

    pip install torch==2.13.0 transformers peft
    python tools/golden/peft_made.py      # writes src/exchange/fixtures/made and made.json
"""
import json
import shutil

import torch
from peft import LoraConfig, get_peft_model
from peft_saved import FIXTURES, numbers, opened


def main():
    torch.manual_seed(5)
    base = opened(FIXTURES / "saved/base")
    config = LoraConfig(r=3, lora_alpha=7, target_modules=["q_proj", "o_proj", "gate_proj", "down_proj"],
                        task_type="CAUSAL_LM", lora_dropout=0.05, layers_to_transform=[1])
    model = get_peft_model(base, config).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "lora_" in name:
                parameter.copy_(0.3 * torch.randn_like(parameter))
        ids = [(5 * i + 2) % base.config.vocab_size for i in range(14)]
        logits = model(torch.tensor([ids])).logits
    folder = FIXTURES / "made"
    shutil.rmtree(folder, ignore_errors=True)
    model.save_pretrained(folder)
    (folder / "README.md").unlink()  # an empty card
    path = folder / "adapter_config.json"
    path.write_text(path.read_text().replace(str(FIXTURES), "fixtures"))
    (FIXTURES / "made.json").write_text(json.dumps(dict(ids=ids, logits=numbers(logits))) + "\n")
    for path in folder.iterdir():
        print(path.name, path.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
