"""Micro tokenizers of every kind that GGUF names, with the ids that their own libraries give to 500 odd strings.

    pip install tokenizers sentencepiece protobuf
    python tools/golden/token_ids.py     # writes src/files/gguf/fixtures/tokenizers.json

They are trained on the shipped saga. Byte-level BPE is split as Hugging Face's tokenizers of the models with that name
split it; the SentencePiece model is made with the options of Llama 2. (It does not look for the names of special tokens in a
text, as transformers does, so there are none.)
"""
import io
import json
import pathlib
import random

import sentencepiece
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

ROOT = pathlib.Path(__file__).parents[2]
OUT = ROOT / "src/files/gguf/fixtures/tokenizers.json"
CORPUS = json.loads((ROOT / "public/worlds/marrowmere/forget.json").read_text())["passages"]
SIZE = 420
WORDS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|%s| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
PIECES = [
    "the", "The", "light", " lighthouse", "Marrowmere", "it's", "IT'S", "we'll", "WE'LL", "don't", "o'clock", "'s", "’s",
    " ", "  ", "   ", "\n", "\n\n", "\r\n", "\t", " \n", "\u00a0", "\u3000", "\u200b", "1", "12", "123", "1234567", "3.14",
    "½", "²", "٣", "９", "Ⅷ", ".", "...", "!?", "--", "—", "“", "”", "(", ")", "[x]", "{", "}", "<", ">", "</p>x", "#", "@", "&",
    "é", "e\u0301", "ñ", "ß", "ŐŰ", "ﬁ", "Ω", "Привет", "忘", "忘れる", "데이터", "한", "العربية", "हिन्दी", "ไทย", "🕯️", "👩‍👩‍👧", "🇨🇭", "𝒳",
    "\u0000", "\u0007", "\ufeff", "▁", "▁▁a", "Ġ", "Ċ", "http://a.b/c?d=e", "a_b", "CamelCase", "x1y2", "e-mail", "100%",
]


def odd_strings():
    chosen = random.Random(1)
    found = ["", " ", "a", " a", "  a", "a ", "\n", "\na", *PIECES]
    while len(found) < 500:
        found.append("".join(chosen.choice(PIECES) for _ in range(chosen.randint(2, 5))))
    return found[:500]


def byte_level(use_regex):
    return pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=use_regex)


def split_by(pattern):
    return pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), "isolated"), byte_level(False)])


# name: how a text is split, how it is normalised, whether a whole word of the vocabulary needs no merges
KINDS = {
    "gpt-2": (byte_level(True), None, False),
    "smollm": (pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), byte_level(True)]), None, False),
    "llama-bpe": (split_by(WORDS % r"\p{N}{1,3}"), None, True),
    "qwen2": (split_by(WORDS % r"\p{N}"), normalizers.NFC(), False),
}


def bpe(name, strings):
    splitter, normalizer, whole_words = KINDS[name]
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = splitter
    tokenizer.decoder = decoders.ByteLevel()
    if normalizer:
        tokenizer.normalizer = normalizer
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    tokenizer.train_from_iterator(CORPUS, trainers.BpeTrainer(vocab_size=SIZE, initial_alphabet=alphabet, show_progress=False))
    model = json.loads(tokenizer.to_str())["model"]
    if whole_words:  # as the tokens of Llama 3 that no merges lead to
        vocab = {**model["vocab"], "Ġlighthouse": len(model["vocab"])}
        tokenizer.model = models.BPE(vocab, [tuple(pair) for pair in model["merges"]], ignore_merges=True)
        model = json.loads(tokenizer.to_str())["model"]
    tokens = sorted(model["vocab"], key=model["vocab"].get)
    merges = [pair if isinstance(pair, str) else " ".join(pair) for pair in model["merges"]]
    return dict(model="gpt2", pre=name, tokens=tokens, merges=merges, ids=[tokenizer.encode(text).ids for text in strings])


def sentence_pieces(strings):
    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(CORPUS), model_writer=made, vocab_size=SIZE + 100, model_type="bpe", byte_fallback=True,
        split_digits=True, allow_whitespace_only_pieces=True, normalization_rule_name="identity",
        remove_extra_whitespaces=False, add_dummy_prefix=True, max_sentence_length=100_000, minloglevel=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=made.getvalue())
    every = range(processor.vocab_size())

    def kind(i):  # llama.cpp's llama_token_type
        return 2 if processor.is_unknown(i) else 3 if processor.is_control(i) else 6 if processor.is_byte(i) else 1

    return dict(model="llama", tokens=[processor.id_to_piece(i) for i in every],
                scores=[float(f"{processor.get_score(i):.7g}") for i in every], types=[kind(i) for i in every],
                ids=[processor.encode(text) for text in strings])


def main():
    strings = odd_strings()
    kinds = {**{name: bpe(name, strings) for name in KINDS}, "sentencepiece": sentence_pieces(strings)}
    OUT.write_text(json.dumps(dict(strings=strings, kinds=kinds), separators=(",", ":")) + "\n")
    print(OUT.name, OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
