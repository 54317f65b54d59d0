"""Writes the two tiny models with which the tests run transformers.js, and what Python's transformers make of them.

    python tools/assist/tiny_models.py

needs torch, transformers, tokenizers and onnx. Tests read what it wrote (src/assist/fixtures/tiny) and need no Python.

- names: a BERT token classifier that marks people, places and things. It learns from the neighbour of the shipped saga,
  whose terms have kinds, and from a few Chinese sentences; names are replaced at random, so that it goes by their
  surroundings. It has never read the saga.
- writer: a Llama with byte-level tokens and a chat template, which learns to continue everyday text.
"""

import json
import pathlib
import random
import re

import torch
from tiny_graphs import bert_graph, llama_graph, save
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from transformers import (
    BertConfig,
    BertForTokenClassification,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedTokenizerFast,
    pipeline,
)

ROOT = pathlib.Path(__file__).parents[2]
WORLDS = ROOT / "public" / "worlds"
OUT = ROOT / "src" / "assist" / "fixtures" / "tiny"

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
TAGS = {"person": "PER", "place": "LOC", "thing": "MISC"}
CHINESE = {
    "PER": ["张伟", "李娜", "王小明", "陈静", "赵磊", "欧阳兰", "林涛", "周强", "哈利", "赫敏"],
    "LOC": ["北京", "东湖", "青河镇", "白云村", "上海", "雾港", "霍格沃茨", "长街"],
}
CHINESE_SENTENCES = [
    "{PER}说：“我们明天去{LOC}。”", "昨天{PER}在{LOC}遇见了{PER}。", "{LOC}的早晨很安静。", "{PER}笑了。",
    "他们从{LOC}走到{LOC}，没有人说话。", "“{PER}，快来！”{PER}喊道。", "夜里下雨，河水涨了。", "孩子们在花园里唱歌。",
]
TEXTS = [
    "Zuzka Olm walked from Pikva to Ulmazar with Ibbo.",
    "\"Where is Halda?\" asked Maelis Quill. Nobody on Marrowmere knew.",
    "The sun was hot, and the goat slept under a tree.",
    "Anna met Tom Brown 😀 in Milltown, and Tom 👩‍👩‍👧 waved.",
    "张伟说：“我们明天去东湖。”王小明笑了。",
    "Mary asked 李娜 about 北京.\r\nThey left for Easton at noon.",
    "José and Zoë Müller came to Kingsbridge.",
    "Jose\u0301 Quill lives in Zu\u0308rich now.",
    "“Everybody to the boats!” cried Captain Joram. Halda Quill ran.",
    "🏮Tamsin🏮 ran to Lanternhold; Orrin's boat was gone — again…",
    "In the morning Anna and Peter went down to the harbour of Westford. "
    "Ben had waited there all night with a lamp, a rope and two blankets, because Old Clara Stone had told him to. "
    "\"Did you see Martha?\" asked Peter. Ben shook his head. They rowed from Westford to Riverton, and Ruth Carter, who "
    "knew every stone in Riverton, showed them the house of Victor Hall. Nobody was at home but Grace and her dog Max.",
]
PROMPTS = ["Anna lay under a tree.", "The goat stood in the shade 😀.", "他们去了北京。"]


def passages(world, name):
    return json.loads((WORLDS / world / f"{name}.json").read_text())["passages"]


def sentences(texts):
    return [s for text in texts for s in re.split(r"(?<=[.!?\"])\s+", text) if 10 < len(s) < 160]


def invented(rng):
    parts = ["ka", "mor", "el", "vin", "zu", "tha", "ri", "ost", "bel", "quo", "an", "dre", "fi", "lu", "ham", "ern", "o", "ys"]
    return "".join(rng.choice(parts) for _ in range(rng.randint(2, 3))).capitalize()


def marked(rng, sentence, terms, names):
    """A sentence with its terms replaced at random, and the tag of each character."""
    text, tags, at = "", [], 0
    for found in terms.finditer(sentence):
        tag = TAGS[names[found.group()]]
        new = found.group()
        if rng.random() < 0.8:
            new = " ".join(w if w[0].islower() or not w.isalpha() else invented(rng) for w in new.split(" "))
        text += sentence[at : found.start()]
        tags += ["O"] * (found.start() - at)
        text += new
        tags += ["B-" + tag] + ["I-" + tag] * (len(new) - 1)
        at = found.end()
    text += sentence[at:]
    return text, tags + ["O"] * (len(sentence) - at)


def chinese(rng):
    text, tags = "", []
    for part in re.split(r"(\{\w+\})", rng.choice(CHINESE_SENTENCES)):
        name = part.strip("{}")
        if name in CHINESE and part.startswith("{"):
            word = rng.choice(CHINESE[name])
            tags += ["B-" + name] + ["I-" + name] * (len(word) - 1)
            text += word
        else:
            tags += ["O"] * len(part)
            text += part
    return text, tags


def train(name, model, loss_of_batch, steps, rate):
    """Trains all weights and leaves the model ready to be asked."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps)
    for step in range(steps):
        loss = loss_of_batch()
        loss.backward()
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        if step % 200 == 0:
            print(name, step, round(loss.item(), 4))
    model.eval()


def names_model():
    kinds = json.loads((WORLDS / "reversed" / "kinds.json").read_text())
    kinds = {term: kind for term, kind in kinds.items() if kind in TAGS}
    everyday = {name: "person" for name in re.findall(r"\b(?:Anna|Tom|Mary|John|Laura|Max|Ben|Ruth|Emma|Peter)\b", " ".join(TEXTS))}
    everyday |= {name: "place" for name in ["Milltown", "Riverton", "Westford", "Easton", "Kingsbridge", "Rocky Bay"]}
    given = {name: "person" for name in "Adam Anna Laura Max Tom Mary John Emma Ben Ruth Clara Hugo Nora Lucy Jack Kate Sam".split()}
    names = given | everyday | kinds
    terms = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
    text = sentences(passages("reversed", "forget")) * 2 + sentences(passages("marrowmere", "everyday"))
    rng = random.Random(7)

    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=False, strip_accents=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    corpus = text + [chinese(rng)[0] for _ in range(300)]
    tokenizer.train_from_iterator(
        corpus, trainers.WordPieceTrainer(vocab_size=900, special_tokens=special, initial_alphabet=list(letters + "😀🏮éëü"))
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]", sep_token="[SEP]",
        mask_token="[MASK]", model_max_length=64,
    )
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=64, type_vocab_size=2, num_labels=len(LABELS),
        id2label=dict(enumerate(LABELS)), label2id={label: i for i, label in enumerate(LABELS)},
    )
    model = BertForTokenClassification(config)
    def loss_of_batch():
        batch = [chinese(rng) if rng.random() < 0.15 else marked(rng, rng.choice(text), terms, names) for _ in range(24)]
        encoded = fast([t for t, _ in batch], padding=True, truncation=True, return_tensors="pt", return_offsets_mapping=True)
        offsets = encoded.pop("offset_mapping")
        labels = torch.full(encoded["input_ids"].shape, -100)
        for row, (_, tags) in enumerate(batch):
            for column, (start, end) in enumerate(offsets[row].tolist()):
                if end > start:
                    labels[row, column] = LABELS.index(tags[start])
        return model(**encoded, labels=labels).loss

    train("names", model, loss_of_batch, steps=3000, rate=3e-3)
    folder = OUT / "names"
    fast.save_pretrained(folder)
    config.architectures = [type(model).__name__]
    config.save_pretrained(folder)
    save(bert_graph(model), folder / "onnx" / "model.onnx")
    classify = pipeline("token-classification", model=model, tokenizer=fast, aggregation_strategy="first")
    tokens = pipeline("token-classification", model=model, tokenizer=fast, ignore_labels=[])
    golden = []
    for text in TEXTS:
        # Python counts code points, and JavaScript UTF-16 units.
        unit = [0]
        for character in text:
            unit.append(unit[-1] + len(character.encode("utf-16-le")) // 2)
        whole = len(fast(text)["input_ids"]) <= 64
        golden.append(
            {
                "text": text,
                "isWhole": whole,
                "entities": [
                    {"tag": e["entity_group"], "start": unit[e["start"]], "end": unit[e["end"]], "score": float(e["score"])}
                    for e in (classify(text) if whole else [])
                ],
                "tokens": [
                    {"start": unit[t["start"]], "end": unit[t["end"]], "label": t["entity"], "score": float(t["score"])}
                    for t in (tokens(text) if whole else [])
                ],
                "pieces": fast.convert_ids_to_tokens(fast(text, add_special_tokens=False)["input_ids"]),
                "offsets": [
                    [unit[a], unit[b]]
                    for a, b in fast(text, add_special_tokens=False, return_offsets_mapping=True)["offset_mapping"]
                ],
            }
        )
        print(text[:60], [(text[e["start"] : e["end"]], e["entity_group"]) for e in classify(text)])
    write(OUT / "names.golden.json", golden)


def writer_model():
    text = passages("marrowmere", "everyday") + passages("marrowmere", "retain")
    pairs = [
        (a, b)
        for passage in text
        for a, b in zip(re.split(r"(?<=[.!?])\s+", passage)[::2], re.split(r"(?<=[.!?])\s+", passage)[1::2])
        if len(a) < 90 and len(b) < 90
    ]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    special = ["<|pad|>", "<|end|>", "<|user|>", "<|assistant|>", "<|system|>"]
    tokenizer.train_from_iterator(
        text,
        trainers.BpeTrainer(vocab_size=512, special_tokens=special, initial_alphabet=pre_tokenizers.ByteLevel.alphabet()),
    )
    template = (
        "{% for message in messages %}<|{{ message['role'] }}|>{{ message['content'] }}<|end|>{% endfor %}"
        "{% if add_generation_prompt %}<|assistant|>{% endif %}"
    )
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="<|pad|>", eos_token="<|end|>", model_max_length=256,
        chat_template=template, clean_up_tokenization_spaces=False,
    )
    torch.manual_seed(8)
    rng = random.Random(8)
    config = LlamaConfig(
        vocab_size=tokenizer.get_vocab_size(), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=4, num_key_value_heads=2, head_dim=8, max_position_embeddings=256, tie_word_embeddings=True,
        bos_token_id=None, eos_token_id=1, pad_token_id=0,
    )
    model = LlamaForCausalLM(config)
    def loss_of_batch():
        batch = [f"<|user|>{a}<|end|><|assistant|>{b}<|end|>" for a, b in rng.sample(pairs, 16)]
        encoded = fast(batch, padding=True, truncation=True, max_length=96, return_tensors="pt", return_token_type_ids=False)
        labels = encoded["input_ids"].masked_fill(encoded["attention_mask"] == 0, -100)
        return model(**encoded, labels=labels).loss

    train("writer", model, loss_of_batch, steps=800, rate=4e-3)
    folder = OUT / "writer"
    fast.save_pretrained(folder)
    config.architectures = [type(model).__name__]
    config.save_pretrained(folder)
    (folder / "generation_config.json").write_text(json.dumps({"eos_token_id": 1, "pad_token_id": 0}))
    save(llama_graph(model), folder / "onnx" / "model.onnx")
    golden = []
    for prompt in PROMPTS:
        ids = fast.apply_chat_template(
            [{"role": "user", "content": prompt}], add_generation_prompt=True, return_tensors="pt", return_dict=False
        )
        out = model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=24, do_sample=False)[0, ids.shape[1] :]
        answer = fast.decode(out, skip_special_tokens=True)
        golden.append({"prompt": prompt, "promptTokens": ids.shape[1], "answerTokens": len(out), "answer": answer,
                       "isWhole": int(out[-1]) == 1})
        print(prompt, "→", repr(answer))
    write(OUT / "writer.golden.json", golden)


def write(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    names_model()
    writer_model()
