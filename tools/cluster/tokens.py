"""Texts in the tokens of a model, which tokens hold a part of them, and how terms are spelled."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex
from tokenizers import Tokenizer
from transformers import PreTrainedTokenizerBase

# A character of a word, in scripts with spaces (src/text/word-characters.ts).
WORD = regex.compile(r"(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])[\p{L}\p{N}\p{M}]")
BROKEN = "\ufffd"  # a part of a character, whose others are in another block
BLANK_LINE = "\n\n"
# What a term is spelled after, and what joins the two.
CONTEXTS = dict(space=("a", " "), start=("", ""), newline=("\n", ""), quote=('"', ""), bracket=("(", ""))
UNSPACED = ("newline", "quote", "bracket")

Ids = list[int]


@dataclass(frozen=True)
class Tokens:
    """The text of token i begins at `starts[i]`, that of all ends at the last of `starts`. Tokens that share a
    character begin where the first of them does."""

    ids: Ids
    text: str
    starts: list[int]  # [T + 1]

    def at(self, place: int) -> tuple[int, int]:
        """The first and the last token that hold a character."""
        last = max(0, bisect_right(self.starts, place, 0, len(self.ids)) - 1)
        return bisect_left(self.starts, self.starts[last]), last

    def before(self, token: int, low: int) -> str:
        """The text of the token before, or of those that share a character there, in a block from token `low` on."""
        if token == low:
            return ""
        first = self.at(self.starts[token] - 1)[0]
        return self.text[self.starts[first]:self.starts[token]] if first >= low else BROKEN


class Encoder:
    """A tokenizer as Lethe uses one. `opening`: what it puts before a text."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        self._tokenizer = tokenizer
        self._plain = Tokenizer.from_str(tokenizer.backend_tokenizer.to_str())
        self._plain.post_processor = None  # it can take spaces from the places of tokens
        self._plain.no_truncation()
        self._plain.no_padding()
        self._spellings: dict[str, dict[str, Ids]] = {}
        alone, whole = self.encode("a"), list(tokenizer("a").input_ids)
        self.opening: Ids = whole[:whole.index(alone[0])] if alone and alone[0] in whole else []

    def encode(self, text: str) -> Ids:
        return self._plain.encode(text, add_special_tokens=False).ids

    def decode(self, ids: Sequence[int]) -> str:
        return self._tokenizer.decode(list(ids), skip_special_tokens=False, clean_up_tokenization_spaces=False)

    def read(self, text: str) -> Tokens:
        found = self._plain.encode(text, add_special_tokens=False)
        starts, end = [], 0
        for first, stop in found.offsets:
            starts.append(starts[-1] if first < end else end)
            end = max(end, stop)
        return Tokens(found.ids, text, [*starts, len(text)])

    def first(self, tokens: Tokens, place: int) -> int:
        """The first token that holds a character, after a space that the tokenizer puts before a text."""
        first, last = tokens.at(place)
        return first + 1 if first < last and not self.decode([tokens.ids[first]]).strip() else first

    def stream(self, passages: Sequence[str]) -> tuple[Tokens, list[int]]:
        """All passages in one, a blank line apart if nothing is put before them, and where the text of each begins."""
        opening = Tokens(self.opening, (text := self.decode(self.opening)), [0] * len(self.opening) + [len(text)])
        ids, text, starts, begins = [], "", [], []
        for number, passage in enumerate(passages):
            between = opening if self.opening or number == 0 else self.read(BLANK_LINE)
            begins.append(len(text) + len(between.text))
            for part in (between, self.read(passage)):
                ids += part.ids
                starts += [len(text) + start for start in part.starts[:-1]]
                text += part.text
        return Tokens(ids, text, [*starts, len(text)]), begins

    def spell(self, text: str) -> dict[str, Ids]:
        """The tokens of a text in each context where they are separate from those of the context."""
        if text not in self._spellings:
            spelled = {name: self._after(before, joint + text) for name, (before, joint) in CONTEXTS.items()}
            found = {name: tokens.ids for name, tokens in spelled.items() if tokens}
            bare = next((found[name] for name in UNSPACED if name in found), None)
            if bare is not None:
                found |= {name: found.get(name, bare) for name in UNSPACED}
            self._spellings[text] = found
        return self._spellings[text]

    def spell_freely(self, before: str, text: str) -> Tokens:
        """A text after any other; after a line break or alone if the tokenizer merges across the border."""
        return self._after(before, text) or self._after("\n", text) or self.read(text)

    def _after(self, before: str, text: str) -> Tokens | None:
        context, whole = self.encode(before) if before else [], self.read(before + text)
        count = len(context)
        if whole.ids[:count] != context or len(whole.ids) == count:
            return None
        return Tokens(whole.ids[count:], text, [start - len(before) for start in whole.starts[count:]])
