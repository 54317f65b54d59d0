"""Three metrics before and after, as src/evaluate has them: names, perplexity, and right answers."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex
import torch
from peft import PeftModel

from folding import TermIndex
from labelling import padded
from matching import Encoder, Ids
from run import Prompt, Run
from translating import Block
from whole import Whole

FORGET_BLOCKS = 96  # that represent the forget text
MOST_TOKENS = 16  # of a completion
SHOWN = 16  # tokens of a block that stand for it in the report
ENDS_SENTENCE = regex.compile(r"[.?!][\"”’]?$")
FIRST_SENTENCE = regex.compile(r"^.*?[.?!](?=[\s\"]|$)", regex.DOTALL)


@dataclass(frozen=True)
class Item:
    """A question with its score; no score where it has none."""

    prompt: str
    references: list[str]
    score: float | None
    completion: str | None = None


Metrics = dict[str, tuple[float | None, list[Item]]]  # by name: the value, and what it is of


def evaluate(model: PeftModel | Whole, run: Run, blocks: Sequence[Block], everyday: Sequence[Ids], encoder: Encoder, rows: int,
             say: Callable[[str], None]) -> dict[str, Metrics]:
    """Of the baseline and of the unlearned model."""
    model.eval()
    model.set_adapter("unlearned")
    measured = {}
    with torch.no_grad():
        with model.disable_adapter():
            measured["baseline"] = _metrics(model, run, blocks, everyday, encoder, rows)
        measured["unlearned"] = _metrics(model, run, blocks, everyday, encoder, rows)
    for variant, metrics in measured.items():
        say(f"{variant}: " + ", ".join(f"{name} {value}" for name, (value, _) in metrics.items()))
    return measured


def _metrics(model: PeftModel | Whole, run: Run, blocks: Sequence[Block], everyday: Sequence[Ids], encoder: Encoder,
             rows: int) -> Metrics:
    chosen = _spread(blocks, FORGET_BLOCKS)
    named, all_names = [], []
    for block, lost in zip(chosen, _surprise(model, [one.ids for one in chosen], rows), strict=True):
        names = [math.exp(-lost[start - 1]) for start in block.firsts]
        all_names += names
        named.append(_passage(encoder, block.ids, _mean(names)))
    general, passages = [], []
    for ids, lost in zip(everyday, _surprise(model, everyday, rows), strict=True):
        general += lost
        passages.append(_passage(encoder, ids, math.exp(_mean(lost) or 0)))
    answers = [_answer(model, prompt, encoder) for prompt in run.prompts]
    return dict(names=(_mean(all_names), named), perplexity=(math.exp(_mean(general) or 0), passages),
                answers=(_mean([item.score or 0 for item in answers]), answers))


def _surprise(model: PeftModel | Whole, texts: Sequence[Ids], rows: int) -> Iterator[list[float]]:
    """−ln p of every token of each text except the first."""
    for start in range(0, len(texts), rows):
        some = texts[start:start + rows]
        ids = padded(some, model.device)
        lost = -model(input_ids=ids, use_cache=False).logits[:, :-1].float().log_softmax(-1)
        true = lost.gather(-1, ids[:, 1:, None])[..., 0]
        yield from (row[:len(text) - 1].tolist() for row, text in zip(true, some, strict=True))


def _answer(model: PeftModel | Whole, prompt: Prompt, encoder: Encoder) -> Item:
    """The likeliest completion, to the end of its first sentence: right if it has a reference as a whole word."""
    ids = [*encoder.opening, *encoder.encode(prompt.text)]
    ends = model.generation_config.eos_token_id
    stop = set(ends if isinstance(ends, list) else [ends])
    written: Ids = []
    while len(written) < MOST_TOKENS and not (written and ENDS_SENTENCE.search(encoder.token_text(written[-1]))):
        logits = model(input_ids=torch.tensor([[*ids, *written]], device=model.device), use_cache=False).logits
        token = int(logits[0, -1].argmax())
        if token in stop:
            break
        written.append(token)
    text = encoder.decode(written)
    sentence = FIRST_SENTENCE.match(text)
    found = TermIndex([name.lower() for name in prompt.references]).all((sentence[0] if sentence else text).lower())
    return Item(prompt.text, prompt.references, float(bool(found)), text)


def _passage(encoder: Encoder, ids: Ids, score: float | None) -> Item:
    return Item(f"{encoder.decode(ids[:SHOWN]).strip()} …", [], score)


def _spread(blocks: Sequence[Block], most: int) -> list[Block]:
    n = len(blocks)
    return [one for i, one in enumerate(blocks) if n <= most or i * most // n != (i - 1) * most // n]


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
