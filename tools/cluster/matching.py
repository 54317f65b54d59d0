"""Anchor terms in tokens, left to right and without overlaps, as src/text/matcher.ts finds them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tokens import Encoder, Tokens


@dataclass(frozen=True)
class Place:
    """Where the text has a term, and its tokens: from `first` to before `stop`. It is a whole word in blocks that begin
    at `since` or later and end at `until` or before: of a longer word, these hold no more than the term."""

    term: int
    begin: int
    end: int
    since: int
    until: int
    first: int
    stop: int


@dataclass(frozen=True)
class Match:
    """`spelling`: the context whose spelling of the term its tokens are. None: `parts` is what they hold, terms as
    numbers, and `before` is the text before it."""

    start: int
    length: int
    spelling: str | None
    terms: list[int]
    parts: tuple[str | int, ...] = ()
    before: str = ""


class Matcher:
    """`places` of each term: of which passage, begin and end, and how many characters divide it from letters before and
    after with which it is one word, null: none do. `begins`: of the passages."""

    def __init__(self, terms: Sequence[dict[str, Any]], tokens: Tokens, begins: Sequence[int], encoder: Encoder,
                 rule: str = "longest", bounded: bool = True) -> None:
        self._terms, self._tokens, self._encoder = [one["term"] for one in terms], tokens, encoder
        self._rule, self._bounded = rule, bounded
        places = [self._place(term, begins[passage] + begin, begins[passage] + end, *borders)
                  for term, one in enumerate(terms) for passage, begin, end, *borders in one["places"]]
        self._places = sorted(places, key=lambda one: (
            (one.begin, one.term) if rule == "first" else (one.begin, one.first - one.stop, -one.end, one.term)))
        self._spelled: dict[tuple[int, ...], tuple[int, str]] = {}
        for term, text in enumerate([] if bounded else self._terms):
            for name, ids in encoder.spell(text).items():
                self._spelled.setdefault(tuple(ids), (term, name))

    def find(self, low: int, high: int) -> list[Match]:
        """The matches in the block of the tokens from `low` to before `high`."""
        return self._by_text(low, high) if self._bounded else self._by_tokens(low, high)

    def _place(self, term: int, begin: int, end: int, before: int | None, after: int | None) -> Place:
        since = 0 if before is None else begin - before
        until = len(self._tokens.text) if after is None else end + after
        first, last = self._encoder.first(self._tokens, begin), self._tokens.at(end - 1)[1]
        return Place(term, begin, end, since, until, first, last + 1)

    def _by_text(self, low: int, high: int) -> list[Match]:
        """Wherever the text of the block has a term as a whole word."""
        begin, end = self._tokens.starts[low], self._tokens.starts[high]
        first, last = (bisect_left(self._places, token, key=lambda one: one.first) for token in (low, high))
        inside = [one for one in self._places[first:last] if one.stop <= high]
        shown = [one for one in inside if one.since <= begin and end <= one.until]
        found: list[Match] = []
        at = low
        for one in shown:
            if one.first >= at:
                match = self._as_spelled(one, at) or self._freely(one, shown, low)
                found.append(match)
                at = match.start + match.length
        return found

    def _as_spelled(self, one: Place, at: int) -> Match | None:
        """Its tokens are a spelling of the term, perhaps with a space before, from token `at` on; or its text is."""
        text, ids, starts = self._tokens.text, self._tokens.ids, self._tokens.starts
        if text[starts[one.first]:starts[one.stop]] == " " + text[one.begin:one.end]:
            return Match(one.first, one.stop - one.first, "space", [one.term])
        for name, spelled in self._encoder.spell(self._terms[one.term]).items():
            start = one.stop - len(spelled)
            if start >= at and ids[start:one.stop] == spelled:
                return Match(start, len(spelled), name, [one.term])
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
        """Wherever the tokens of a spelling are, even inside words, as the code of the paper's authors does."""
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
