"""Blocks of a text and their generic translation, as src/text/blocks.ts and translate.ts make them."""

from collections.abc import Sequence
from dataclasses import dataclass

from draws import draw
from matching import Match, Matcher
from run import Run
from tokens import Encoder, Ids, Tokens

Span = tuple[int, int]  # start and length, in tokens
SENTENCE = 10  # a repeated sentence counts for as many anchor terms when blocks are chosen


@dataclass(frozen=True)
class Block:
    """A block and its translation. `mapping[i] = j`: the prediction after original token i is the one after translated
    token j; -1: none. `forbidden`: tokens that must not be labels, and from which translated position on."""

    ids: Ids
    translated: Ids
    mapping: list[int]
    forbidden: dict[int, int]
    anchors: list[Span]
    firsts: list[int]  # where each term is for the first time, except at the start of the block
    sentences: list[Span]

    @property
    def knowledge(self) -> int:
        return len(self.anchors) + SENTENCE * len(self.sentences)


def cut(ids: Ids, length: int, remainder: str = "pad") -> list[Ids]:
    """Blocks of a text; only the last may be shorter, with at least two tokens."""
    blocks = [ids[start:start + length] for start in range(0, len(ids), length)]
    return [block for block in blocks if len(block) >= (length if remainder == "drop" else 2)]


def translate(run: Run, encoder: Encoder) -> list[Block]:
    """The blocks of the text to forget with their translations."""
    tokens, begins = encoder.stream(run.forget)
    translator = Translator(run, tokens, begins, encoder)
    blocks = cut(tokens.ids, run.settings["blockLength"], run.settings["remainder"])
    sentences = [(one.start, one.start + one.length) for one in
                 Matcher(run.sentences, tokens, begins, encoder).find(0, sum(map(len, blocks)))]
    return [translator.block(number, ids, sentences) for number, ids in enumerate(blocks)]


def choose(blocks: Sequence[Block], most: int) -> list[Block]:
    """The blocks that hold most of what is to be forgotten, in the order of the text."""
    chosen = sorted(range(len(blocks)), key=lambda i: (-blocks[i].knowledge, i))[:most]
    return [blocks[i] for i in sorted(chosen)]


class Translator:
    def __init__(self, run: Run, tokens: Tokens, begins: Sequence[int], encoder: Encoder) -> None:
        self._settings, self._encoder = run.settings, encoder
        self._terms = run.terms if run.settings["anchors"] else []
        rule, bounded = run.settings["matchRule"], run.settings["wordBoundary"]
        self._matcher = Matcher(self._terms, tokens, begins, encoder, rule, bounded)

    def block(self, number: int, ids: Ids, sentences: Sequence[Span]) -> Block:
        """`sentences`: first token and the one after the last of each, in the whole text."""
        settings, low = self._settings, number * self._settings["blockLength"]
        high = low + len(ids)
        translated: Ids = []
        mapping: list[int] = []
        forbidden: dict[int, int] = {}
        firsts: dict[int, int] = {}
        seen: set[int] = set()
        matches = self._matcher.find(low, high)
        for match in matches:
            at = match.start - low
            _copy(ids[len(mapping):at], translated, mapping)
            if settings["maskRepeats"] and at > 0 and seen & set(match.terms):
                mapping[-1] = -1  # its label would repeat the name
            seen |= set(match.terms)
            firsts.setdefault(match.terms[0], at)
            new, tokens = self._replacement(match, number)
            if settings["forbid"]:
                for token in tokens:
                    forbidden.setdefault(token, len(translated) + (settings["forbidFrom"] == "following"))
            translated += new
            mapping += [-1] * (match.length - 1) + [len(translated) - 1]
        _copy(ids[len(mapping):], translated, mapping)
        context = settings["blockLength"]
        mapping = [-1 if j >= context else j for j in mapping[:-1]] + [-1]  # what follows the last is in another block
        within = [(max(low, start), min(high, end)) for start, end in sentences]
        return Block(ids, translated[:context], mapping, forbidden, [(one.start - low, one.length) for one in matches],
                     sorted(at for at in firsts.values() if at > 0),
                     [(start - low, end - start) for start, end in within if start < end])

    def _replacement(self, match: Match, block: int) -> tuple[Ids, list[int]]:
        """The tokens that replace a match, and the first token of each spelling of its translations."""
        drawn = [self._drawn(term, match, block) for term in match.terms]
        spelled = [self._encoder.spell(translation) for translation in drawn]
        firsts = [ids[0] for spellings in spelled for ids in spellings.values()]
        if match.spelling is not None:
            return spelled[0].get(match.spelling) or next(iter(spelled[0].values()), []), firsts
        text, places, rest = "", [], iter(drawn)
        for part in match.parts:
            if isinstance(part, int):
                places.append(len(text))
            text += next(rest) if isinstance(part, int) else part
        new = self._encoder.spell_freely(match.before, text)
        return new.ids, firsts + [new.ids[self._encoder.first(new, place)] for place in places]

    def _drawn(self, term: int, match: Match, block: int) -> str:
        """The translation of a term, once for each block and what is drawn together in it."""
        entry, settings = self._terms[term], self._settings
        spelled = [entry["term"], match.spelling or "other"]
        together = dict(term=[entry["term"]], spelling=spelled, entity=[entry["entity"]])
        which = [str(settings["seed"]), str(block), *together[settings["translationDraw"]]]
        return entry["translations"][draw(len(entry["translations"]), *which)]


def _copy(ids: Ids, translated: Ids, mapping: list[int]) -> None:
    mapping += range(len(translated), len(translated) + len(ids))
    translated += ids
