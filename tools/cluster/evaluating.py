"""Three metrics before and after, as src/evaluate has them: names, perplexity, and right answers."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import regex
import torch

from run import Run
from tokens import WORD, Encoder, Ids
from translating import Block
from work import Ask, Model, Work, baseline, padded

FORGET_BLOCKS = 96  # that represent the forget text
MOST_TOKENS = 16  # of a completion
SHOWN = 16  # tokens of a block that stand for it in the report
ENDS_SENTENCE = regex.compile(r"[.?!][\"”’]?$")
FIRST_SENTENCE = regex.compile(r"^.*?[.?!](?=[\s\"]|$)|.*", regex.DOTALL)

Metrics = dict[str, Any]  # by name, in the form of the report


@torch.no_grad()
def evaluate(model: Model, run: Run, blocks: Sequence[Block], everyday: Sequence[Ids], encoder: Encoder,
             work: Work) -> tuple[Metrics, dict[str, Metrics]]:
    """The items of each metric, and the values of the baseline and of the unlearned model."""
    n, most = len(blocks), min(len(blocks), FORGET_BLOCKS)
    chosen = [one for i, one in enumerate(blocks) if i * most // n != (i - 1) * most // n]
    texts = dict(names=[one.ids for one in chosen], perplexity=everyday)
    items = {name: [_item(f"{encoder.decode(ids[:SHOWN]).strip()} …") for ids in some]
             for name, some in texts.items()}
    items["answers"] = [_item(one["prompt"], one["references"]) for one in run.prompts]

    def measured(ask: Ask) -> Metrics:
        lost = list(_surprise(ask, texts["names"], work))
        named = [[math.exp(-row[start - 1]) for start in one.firsts] for one, row in zip(chosen, lost, strict=True)]
        general = list(_surprise(ask, everyday, work))
        answers = [_answer(ask, item, encoder, stop, work.accelerator.device) for item in items["answers"]]
        return dict(
            names=_metric(_mean([p for row in named for p in row]), [dict(score=_mean(row)) for row in named]),
            perplexity=_metric(math.exp(_mean([one for row in general for one in row]) or 0),
                               [dict(score=math.exp(_mean(row) or 0)) for row in general]),
            answers=_metric(_mean([one["score"] for one in answers]), answers))

    ends = model.generation_config.eos_token_id
    stop = set(ends if isinstance(ends, list) else [ends])
    model.eval()
    model.set_adapter("unlearned")
    values = dict(baseline=measured(partial(baseline, model)),
                  unlearned=measured(lambda ids: model(input_ids=ids, use_cache=False)))
    for variant, metrics in values.items():
        found = {name: metric["agg_value"] for name, metric in metrics.items()}
        said = ", ".join(f"{name} {'none' if value is None else f'{value:.4g}'}" for name, value in found.items())
        work.accelerator.print(f"{variant}: {said}")
    return {name: _numbered(some) for name, some in items.items()}, values


def _item(prompt: str, references: Sequence[str] = ()) -> dict[str, Any]:
    return dict(prompt=prompt, references=list(references), subtlety=None)


def _metric(value: float | None, items: list[dict[str, Any]]) -> dict[str, Any]:
    return dict(agg_value=value, value_by_index=_numbered(items))


def _numbered(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {str(number): item for number, item in enumerate(items)}


def _surprise(ask: Ask, texts: Sequence[Ids], work: Work) -> Iterator[list[float]]:
    """−ln p of every token of each text except the first."""
    for first in range(0, len(texts), work.rows):
        some = texts[first:first + work.rows]
        ids = padded(some, work.accelerator.device)
        lost = -ask(ids).logits[:, :-1].float().log_softmax(-1).gather(-1, ids[:, 1:, None])[..., 0]
        yield from (row[:len(text) - 1].tolist() for row, text in zip(lost, some, strict=True))


def _answer(ask: Ask, item: dict[str, Any], encoder: Encoder, stop: set[int], device: torch.device) -> dict[str, Any]:
    """The likeliest completion, to the end of its first sentence: right if it has a reference as a whole word."""
    ids = [*encoder.opening, *encoder.encode(item["prompt"])]
    written: Ids = []
    while len(written) < MOST_TOKENS and not ENDS_SENTENCE.search(encoder.decode(written)):
        token = int(ask(torch.tensor([[*ids, *written]], device=device)).logits[0, -1].argmax())
        if token in stop:
            break
        written.append(token)
    text = encoder.decode(written)
    sentence = FIRST_SENTENCE.match(text)[0]
    return dict(score=float(any(_has(sentence, name) for name in item["references"])), completion=text)


def _has(text: str, name: str) -> bool:
    """However it is written: in capitals, in full width, with a straight apostrophe."""
    text, name = (unicodedata.normalize("NFKC", one).replace("’", "'").lower() for one in (text, name))
    return bool(regex.search(rf"(?<!{WORD.pattern}){regex.escape(name)}(?!{WORD.pattern})", text))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
