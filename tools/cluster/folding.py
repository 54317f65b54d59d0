"""Terms in texts as whole words, compared in the form in which they read alike: src/text/fold.ts and term-index.ts."""

import unicodedata
from collections.abc import Iterable, Iterator

import regex

UNSPACED = "[" + "".join(rf"\p{{Script={name}}}" for name in
                         ("Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar")) + "]"
WORD_CHARACTER = rf"(?:(?!{UNSPACED})[\p{{L}}\p{{N}}\p{{M}}])"
SPACE, INVISIBLE = r"\p{White_Space}", r"\p{Default_Ignorable_Code_Point}"
MARK = rf"(?:{INVISIBLE}*\p{{M}})"
PARTS = regex.compile("|".join([
    rf"(?P<gap>(?! [\x21-\x7E])(?:{SPACE}|{INVISIBLE})+)",
    r"[\u1100-\u115E\uA960-\uA97C]+[\u1161-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*",
    r"[\uAC00-\uD7A3][\u11A8-\u11FF\uD7CB-\uD7FB]+",
    r"[\uFF65-\uFF9D][\uFF9E\uFF9F]?",
    rf"[^\x00-\x7F]{MARK}*",
    rf"[\x21-\x7E]{MARK}+",
    "`",
]))
COMPATIBLE = regex.compile("[\u0132\u0133\u01C4-\u01CC\u01F1-\u01F3\u2025\u2026\uFB00-\uFB06\uFB13-\uFB17\uFB50-\uFDFB"
                           "\uFE70-\uFEFC\uFF01-\uFF5E\uFF65-\uFF9F]")
ALIKE = {one: group[0] for group in ("'‘’‚‛‹›`´ʹʻʼˈ′", '"“”„‟«»″〝〞', "-‐‑‒–—―−﹘﹣") for one in group}
LINE_BREAK = regex.compile("\r\n|[\n\v\f\r\u0085\u2028\u2029]")
DIVIDES = regex.compile(r"(?<=\p{L})[-‐](?=[^\S\n]*\n[^\S\n]*\p{Ll})")
WORDS = regex.compile(rf"{WORD_CHARACTER}+|{UNSPACED}|.", regex.DOTALL)
HYPHENATED, IN_WORD = regex.compile(rf"{WORD_CHARACTER}[-‐‑]$"), regex.compile(WORD_CHARACTER)
UNSPACED_END, UNSPACED_START = regex.compile(f"{UNSPACED}$"), regex.compile(UNSPACED)

Found = tuple[int, int, int]  # start, end and number of a term


def fold(text: str) -> tuple[str, list[tuple[int, int, bool, bool]]]:
    """The folded text, and for each of its characters where it was, and whether it begins and ends what it was."""
    folded, places, at = [], [], 0
    for part in PARTS.finditer(text):
        start, end = part.span()
        new = _gap(text, start, end) if part["gap"] is not None else _character(part[0])
        if new == part[0]:
            continue
        folded += [text[at:start], new]
        places += [(i, i + 1, True, True) for i in range(at, start)]
        places += [(start, end, i == 0, i == len(new) - 1) for i in range(len(new))]
        at = end
    places += [(i, i + 1, True, True) for i in range(at, len(text))]
    return "".join(folded) + text[at:], places


def fold_term(term: str) -> str:
    return fold(term)[0].strip()


def _character(part: str) -> str:
    form = "NFKC" if COMPATIBLE.search(part) else "NFC"
    composed = unicodedata.normalize(form, regex.sub(INVISIBLE, "", part))
    return ALIKE.get(composed, composed)


def _gap(text: str, start: int, end: int) -> str:
    """White space becomes one space, or a line break if it holds an empty line; a wrap in a word disappears."""
    gap = text[start:end]
    if not regex.search(SPACE, gap):
        return ""
    breaks = len(LINE_BREAK.findall(gap))
    if breaks != 1:
        return "\n" if breaks else " "
    before, after = text[max(0, start - 3):start], text[end:end + 3]
    joins = (gap.startswith("\u00AD") or (HYPHENATED.search(before) and IN_WORD.match(after))
             or (UNSPACED_END.search(before) and UNSPACED_START.match(after)))
    return "" if joins else " "


class TermIndex:
    """Occurrences of terms, which are numbered; of equal ones the first counts."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._root: dict = {}
        for number, term in enumerate(terms):
            at = self._root
            for word in WORDS.findall(fold_term(term)):
                at = at.setdefault(word, {})
            if at is not self._root:
                at.setdefault(None, number)

    def all(self, text: str) -> list[Found]:
        """Every occurrence, from left to right, the longest first where several begin."""
        soft = DIVIDES.sub("\u00AD", text)  # “Moss-\nbury” is Moss-bury, or Mossbury
        found = list(self._within(text))
        if soft != text:
            known = {(start, end) for start, end, _ in found}
            found += [one for one in self._within(soft) if one[:2] not in known]
            found.sort(key=lambda one: (one[0], -one[1]))
        return found

    def _within(self, text: str) -> Iterator[Found]:
        folded, places = fold(text)
        words = [(word.group(), word.start(), word.end()) for word in WORDS.finditer(folded)]
        for first, (_, start, _) in enumerate(words):
            at, found = self._root, []
            for word, _, end in words[first:]:
                at = at.get(word)
                if at is None:
                    break
                (begin, _, begins, _), (_, stop, _, ends) = places[start], places[end - 1]
                if None in at and begins and ends:
                    found.append((begin, stop, at[None]))
            yield from reversed(found)
