"""Anchor terms in tokens, left to right and without overlaps, as src/text/matcher.ts finds them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tokens import BROKEN, WORD, Encoder, Tokens


@dataclass(frozen=True)
class Place:
    """Where the text has a term. `before` and `after`: how many invisible characters divide it from a letter with which it
    is one word, None: it begins or ends a word. A block can hold only that part of a word."""

    begin: int
    end: int
    before: int | None
    after: int | None
    term: int
    first: int  # its tokens: from this one on
    stop: int  # and before this one

    def is_shown(self, begin: int, end: int) -> bool:
        """Whether it is a whole word in a block with this range of the text."""
        return ((self.before is None or self.begin - self.before <= begin)
                and (self.after is None or self.end + self.after >= end))

    def is_apart(self, begin: int, end: int) -> bool:
        """Whether it is if invisible characters divide words, as they divide tokens."""
        return bool(self.before is None or self.before or self.begin == begin) and bool(
            self.after is None or self.after or self.end == end)


@dataclass(frozen=True)
class Match:
    """`spelling`: the context whose spelling of the term its tokens are. None: `parts` is what they hold, terms as numbers,
    and `before` is the text before it."""

    start: int
    length: int
    spelling: str | None
    terms: list[int]
    parts: tuple[str | int, ...] = ()
    before: str = ""


class Matcher:
    """`places` of each term: of which passage, begin, end, before and after; `begins`: of the passages."""

    def __init__(self, terms: Sequence[dict[str, Any]], tokens: Tokens, begins: Sequence[int], encoder: Encoder,
                 rule: str = "longest", bounded: bool = True) -> None:
        self._terms, self._tokens, self._encoder = [one["term"] for one in terms], tokens, encoder
        self._rule, self._bounded = rule, bounded
        places = [self._place(term, begins[passage] + begin, begins[passage] + end, *borders)
                  for term, one in enumerate(terms) for passage, begin, end, *borders in one["places"]]
        self._places = sorted(places, key=lambda one: (
            (one.begin, one.term) if rule == "first" else (one.begin, one.first - one.stop, -one.end, one.term)))
        self._unspaced: set[int] = set()  # terms that were somewhere without a space before
        self._spelled: dict[tuple[int, ...], tuple[int, str]] = {}
        for term, text in enumerate([] if bounded else self._terms):
            for name, ids in encoder.spell(text).items():
                self._spelled.setdefault(tuple(ids), (term, name))

    def find(self, low: int, high: int) -> list[Match]:
        """The matches in the block of the tokens from `low` to before `high`."""
        return self._by_text(low, high) if self._bounded else self._by_tokens(low, high)

    def _place(self, term: int, begin: int, end: int, before: int | None, after: int | None) -> Place:
        first, last = self._encoder.first(self._tokens, begin), self._tokens.at(end - 1)[1]
        return Place(begin, end, before, after, term, first, last + 1)

    def _by_text(self, low: int, high: int) -> list[Match]:
        begin, end = self._tokens.starts[low], self._tokens.starts[high]
        first, last = (bisect_left(self._places, token, key=lambda one: one.first) for token in (low, high))
        inside = [(one, one.is_shown(begin, end)) for one in self._places[first:last] if one.stop <= high]
        shown = [one for one, is_shown in inside if is_shown]
        self._unspaced |= {one.term for one in shown if self._space(one) == ""}
        found: list[Match] = []
        at = low
        for one, is_shown in inside:
            if one.first < at:
                continue
            if is_shown and self._space(one) == " ":
                match = Match(one.first, one.stop - one.first, "space", [one.term])
            else:
                match = self._as_spelled(one, at, low, high) or (self._freely(one, shown, low) if is_shown else None)
            if match:
                found.append(match)
                at = match.start + match.length
        return found

    def _space(self, one: Place) -> str | None:
        """What its tokens have before the term; None if they have something after it."""
        is_last = self._tokens.starts[one.stop] == one.end
        return self._tokens.text[self._tokens.starts[one.first]:one.begin] if is_last else None

    def _as_spelled(self, one: Place, at: int, low: int, high: int) -> Match | None:
        """By a spelling of the term, not before token `at`, nor in one word with a character that the block cuts."""
        text, tokens = self._terms[one.term], self._tokens
        is_apart = one.is_apart(tokens.starts[low], tokens.starts[high])
        if not is_apart or one.term not in self._unspaced or self._space(one) is None:
            return None
        for name, ids in self._encoder.spell(text).items():
            start = one.stop - len(ids)
            is_cut = ((tokens.before(start, low) == BROKEN and WORD.match(text[0]))
                      or (tokens.after(one.stop, high) == BROKEN and WORD.match(text[-1])))
            if start >= at and tokens.ids[start:one.stop] == ids and not is_cut:
                return Match(start, len(ids), name, [one.term])
        return None

    def _freely(self, first: Place, shown: Sequence[Place], low: int) -> Match:
        """With the terms that begin in its last token."""
        tokens, parts, terms = self._tokens, [], []
        at, stop, one = tokens.starts[first.first], first.stop, first
        while one is not None:
            parts += [tokens.text[at:one.begin], one.term]
            terms.append(one.term)
            at, stop = one.end, one.stop
            shared = tokens.at(tokens.starts[stop - 1])[0]
            one = next((other for other in shown if other.first == shared and other.begin >= at), None)
        parts.append(tokens.text[at:tokens.starts[stop]])
        return Match(first.first, stop - first.first, None, terms, tuple(parts), tokens.before(first.first, low))

    def _by_tokens(self, low: int, high: int) -> list[Match]:
        """Wherever the tokens of a spelling are, even inside words, as in the code that the paper's authors released."""
        found: list[Match] = []
        lengths = sorted({len(ids) for ids in self._spelled}, reverse=True)
        at = low
        while at < high:
            here = [tuple(self._tokens.ids[at:at + length]) for length in lengths if at + length <= high]
            known = [(*self._spelled[ids], len(ids)) for ids in here if ids in self._spelled]
            if not known:
                at += 1
                continue
            term, name, length = min(known, key=lambda one: one[0]) if self._rule == "first" else known[0]
            found.append(Match(at, length, name, [term]))
            at += length
        return found
