"""Anchor terms in tokens, as src/text/matcher.ts finds them: by the tokens of their spellings, and by the text."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import regex
from transformers import PreTrainedTokenizerBase

from folding import WORD_CHARACTER, TermIndex

BROKEN, SPECIAL = "\ufffd", "\ufffc"  # bytes that form no character; a special token
MOST_BYTES = 4  # of a character of UTF-8
CONTEXTS = dict(space="a ", start="", newline="\n", quote='"', bracket="(")
JOINED = dict(space="a", newline="\n", quote='"', bracket="(")
UNSPACED = ("newline", "quote", "bracket")
ENDS_IN_WORD = regex.compile(f"(?:{WORD_CHARACTER}|{BROKEN})$")
STARTS_IN_WORD = regex.compile(f"(?:{WORD_CHARACTER}|{BROKEN})")

Ids = list[int]
Spellings = dict[str, Ids]
Shown = dict[int, list["Candidate"]]  # by first token


class Encoder:
    """A tokenizer as Lethe uses one: texts without special tokens, and how terms are spelled in context."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        self._tokenizer = tokenizer
        self._special = set(tokenizer.all_special_ids)
        self._known: dict[str, Spellings] = {}
        self._texts: dict[int, str] = {}
        self._before = self.encode("a")
        alone, whole = self._before, list(tokenizer("a").input_ids)
        self.opening: Ids = whole[:whole.index(alone[0])] if alone and alone[0] in whole else []

    def encode(self, text: str) -> Ids:
        return list(self._tokenizer(text, add_special_tokens=False, verbose=False).input_ids)  # texts may be long

    def decode(self, ids: Sequence[int]) -> str:
        return self._tokenizer.decode(list(ids), skip_special_tokens=False, clean_up_tokenization_spaces=False)

    def token_text(self, token: int) -> str:
        """The text of a token as it follows another."""
        if token not in self._texts:
            self._texts[token] = self.decode([*self._before, token])[len(self.decode(self._before)):]
        return self._texts[token]

    def text_of(self, ids: Sequence[int]) -> str:
        return self.token_text(ids[0]) if len(ids) == 1 else self.decode(ids) if ids else ""

    def piece(self, ids: Sequence[int], at: int) -> tuple[str, int]:
        """The shortest run of tokens that forms whole characters, and how many there are."""
        alone = self.token_text(ids[at])
        if alone.endswith(BROKEN):
            for count in range(2, min(MOST_BYTES, len(ids) - at) + 1):
                text = self.decode(ids[at:at + count])
                if BROKEN not in text:
                    return text, count
        return alone, 1

    def is_special(self, token: int) -> bool:
        return token in self._special

    def spell(self, text: str) -> Spellings:
        """The tokens of a text in each context where they are separate from those of the context."""
        if text not in self._known:
            found = {}
            for name, before in CONTEXTS.items():
                ids, separate = _after(self.encode(JOINED[name]) if name in JOINED else [], self.encode(before + text))
                if separate:
                    found[name] = ids
            bare = next((found[name] for name in UNSPACED if name in found), None)
            if bare is not None:
                found |= {name: bare for name in UNSPACED if name not in found}
            self._known[text] = found
        return self._known[text]

    def read(self, ids: Sequence[int]) -> "TokenText":
        return TokenText(ids, self)

    def spell_freely(self, before: str, text: str) -> Ids:
        """The tokens of a text after any other; after a line break or alone if the tokenizer merges across the border."""
        for context in (before, "\n"):
            ids, separate = _after(self.encode(context) if context else [], self.encode(context + text))
            if separate:
                return ids
        return self.encode(text)


def _after(context: Ids, whole: Ids) -> tuple[Ids, bool]:
    merged = next((i for i, token in enumerate(context) if i >= len(whole) or whole[i] != token), None)
    return whole[len(context) if merged is None else merged:], merged is None and len(whole) > len(context)


class TokenText:
    """The text of tokens, and which tokens hold a part of it. Tokens that share a character begin where the first does."""

    def __init__(self, ids: Sequence[int], encoder: Encoder) -> None:
        self._ids, self._encoder = ids, encoder
        self.text, self.offsets, at = "", [], 0
        while at < len(ids):
            piece, count = encoder.piece(ids, at)
            self.offsets += [len(self.text)] * count
            self.text += SPECIAL if encoder.is_special(ids[at]) else piece
            at += count
        self.offsets.append(len(self.text))

    def tokens_at(self, place: int) -> tuple[int, int]:
        """The first and the last token that hold a character."""
        last = max(0, bisect_right(self.offsets, place, 0, len(self.offsets) - 1) - 1)
        first = last
        while first > 0 and self.offsets[first - 1] == self.offsets[last]:
            first -= 1
        return first, last

    def before(self, token: int) -> str:
        if token == 0:
            return ""
        return self._encoder.piece(self._ids, self.tokens_at(self.offsets[token] - 1)[0])[0]


@dataclass(frozen=True)
class Candidate:
    entry: int  # place in the dictionary
    order: int
    spelling: str | None  # None: its tokens are none of its spellings
    start: int
    length: int
    begin: int  # its range in the text
    end: int


@dataclass(frozen=True)
class Match:
    """`parts`: what its tokens hold, terms as numbers, if they are none of its spellings; `before`: the text before them."""

    entry: int
    spelling: str | None
    start: int
    length: int
    before: str = ""
    parts: tuple[str | int, ...] = ()

    @property
    def entries(self) -> list[int]:
        return [self.entry] if self.spelling else [part for part in self.parts if isinstance(part, int)]


class Matcher:
    def __init__(self, terms: Sequence[str], encoder: Encoder, rule: str = "longest", bounded: bool = True) -> None:
        self._terms, self._encoder, self._bounded = terms, encoder, bounded
        self._index = TermIndex(terms if bounded else [])
        self._patterns: dict[tuple[int, ...], tuple[int, int, str]] = {}  # order, entry and spelling by tokens
        self._spelled: set[int] = set()
        self._key = {
            "longest": lambda one: (one.begin, -one.length, -one.end, one.order),
            "first": lambda one: (one.begin, one.order),
        }[rule]
        if not bounded:
            for entry in range(len(terms)):
                self._add_spellings(entry)

    def find(self, ids: Sequence[int]) -> list[Match]:
        """Every match, in order, without overlaps."""
        written = self._encoder.read(ids)
        shown = self._shown(written)
        matches, start = [], 0
        while start < len(ids):
            best = min(self._rivals(ids, start, shown, written), key=self._key, default=None)
            if best is None:
                start += 1
                continue
            matches.append(self._chosen(ids, best, shown, written))
            start = matches[-1].start + matches[-1].length
        return matches

    def _shown(self, written: TokenText) -> Shown:
        """The candidates that the text shows, by their first token."""
        shown: Shown = {}
        for begin, end, entry in self._index.all(written.text):
            start = written.tokens_at(begin)[0]
            length = written.tokens_at(end - 1)[1] + 1 - start
            before = written.text[written.offsets[start]:begin]
            whole = written.offsets[start + length] == end
            if whole and before == "":
                self._add_spellings(entry)  # which one it is depends on what is before
            spelling = "space" if whole and before == " " else None
            shown.setdefault(start, []).append(Candidate(entry, 8 * entry, spelling, start, length, begin, end))
        return shown

    def _add_spellings(self, entry: int) -> None:
        if entry in self._spelled:
            return
        self._spelled.add(entry)
        for i, (name, ids) in enumerate(self._encoder.spell(self._terms[entry]).items()):
            new = (8 * entry + i, entry, name)
            self._patterns[tuple(ids)] = min(new, self._patterns.get(tuple(ids), new))

    def _at(self, ids: Sequence[int], start: int, shown: Shown, written: TokenText) -> list[Candidate]:
        found = []
        for length in sorted({len(pattern) for pattern in self._patterns}):
            pattern = self._patterns.get(tuple(ids[start:start + length]))
            if pattern is None or start + length > len(ids) or (self._bounded and not self._is_whole(ids, start, length)):
                continue
            order, entry, spelling = pattern
            end = written.offsets[start + length]
            text = written.text[written.offsets[start]:end]
            found.append(Candidate(entry, order, spelling, start, length, end - len(text.lstrip()), end))
        known = {(one.entry, one.length) for one in found}
        return found + [one for one in shown.get(start, []) if (one.entry, one.length) not in known]

    def _rivals(self, ids: Sequence[int], start: int, shown: Shown, written: TokenText) -> list[Candidate]:
        """Those of a token, and those after it where a term of its own begins."""
        found = self._at(ids, start, shown, written)
        last = max([start, *(written.tokens_at(one.begin)[0] for one in found)])
        return found + [one for token in range(start + 1, last + 1) for one in shown.get(token, [])]

    def _chosen(self, ids: Sequence[int], first: Candidate, shown: Shown, written: TokenText) -> Match:
        """One without a spelling also takes the terms that begin in its last token."""
        if first.spelling is not None:
            return Match(first.entry, first.spelling, first.start, first.length)
        parts: list[str | int] = []
        at, end, term = written.offsets[first.start], first.start, first
        while term is not None:
            parts += [written.text[at:term.begin], term.entry]
            at, end = term.end, term.start + term.length
            shared = written.tokens_at(written.offsets[end - 1])[0]
            others = [one for one in self._at(ids, shared, shown, written) if one.begin >= at]
            term = min(others, key=self._key, default=None)
        parts.append(written.text[at:written.offsets[end]])
        return Match(first.entry, None, first.start, end - first.start, written.before(first.start), tuple(parts))

    def _is_whole(self, ids: Sequence[int], start: int, length: int) -> bool:
        return not self._splits(ids, start) and not self._splits(ids, start + length)

    def _splits(self, ids: Sequence[int], at: int) -> bool:
        """Whether a word continues across the border before a token."""
        before = after = ""
        for tokens in range(1, MOST_BYTES + 1):
            before = self._encoder.text_of(ids[max(0, at - tokens):at])
            if not before.endswith(BROKEN):
                break
        for tokens in range(1, MOST_BYTES + 1):
            after = self._encoder.text_of(ids[at:at + tokens])
            if not after.startswith(BROKEN):
                break
        return bool(STARTS_IN_WORD.match(after) and ENDS_IN_WORD.search(before))
