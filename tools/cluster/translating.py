"""Blocks of a text and their generic translation, as src/text/blocks.ts and translate.ts make them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from draws import draw
from folding import fold_term
from matching import Encoder, Ids, Match, Matcher
from run import Entry, Run, Settings

Span = tuple[int, int]  # start and length, in tokens
SENTENCE = 10  # a repeated sentence counts for as many anchor terms when blocks are chosen
MOST_WORDS = 12  # longer terms are phrases, not names, and belong to no entity


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


def cut(passages: Sequence[str], encoder: Encoder, length: int, remainder: str = "pad") -> list[Ids]:
    """Blocks of all passages in one stream; only the last may be shorter, with at least two tokens."""
    between = encoder.opening or encoder.encode("\n\n")
    stream: Ids = []
    for i, passage in enumerate(passages):
        stream += [*(between if i else encoder.opening), *encoder.encode(passage)]
    blocks = [stream[start:start + length] for start in range(0, len(stream), length)]
    return [block for block in blocks if len(block) >= (length if remainder == "drop" else 2)]


def translate(run: Run, blocks: Sequence[Ids], encoder: Encoder) -> list[Block]:
    """The blocks of the forget text with their translations."""
    settings = run.settings
    dictionary = run.dictionary if settings["anchors"] else []
    matcher = Matcher([term for term, _ in dictionary], encoder, settings["matchRule"], settings["wordBoundary"])
    named = entities(dictionary) if settings["translationDraw"] == "entity" else {}
    sentences = Matcher(run.sentences, encoder).find([token for ids in blocks for token in ids]) if run.sentences else []
    made = []
    for number, ids in enumerate(blocks):
        start = number * settings["blockLength"]
        within = [(max(one.start, start), min(one.start + one.length, start + len(ids))) for one in sentences]
        spans = [(first - start, end - first) for first, end in within if first < end]
        made.append(_translated(ids, number, matcher, dictionary, named, encoder, settings, spans))
    return made


def choose(blocks: Sequence[Block], most: int) -> list[Block]:
    """The blocks that hold most of what is to be forgotten, in the order of the text."""
    chosen = sorted(range(len(blocks)), key=lambda i: (-blocks[i].knowledge, i))[:most]
    return [blocks[i] for i in sorted(chosen)]


def entities(dictionary: Sequence[Entry]) -> dict[str, str]:
    """The entity of each term, named by its first one: terms that contain one another as whole words."""
    folded = {fold_term(term): number for number, (term, _) in enumerate(dictionary)}
    entity = list(range(len(dictionary)))
    for term, number in folded.items():
        words = term.split(" ")
        for start in range(len(words) if len(words) <= MOST_WORDS else 0):
            for end in range(start + 1, len(words) + 1):
                other = folded.get(" ".join(words[start:end]), number)
                one, two = entity[number], entity[other]
                entity = [min(one, two) if known in (one, two) else known for known in entity]
    return {term: dictionary[entity[number]][0] for number, (term, _) in enumerate(dictionary)}


def _translated(ids: Ids, number: int, matcher: Matcher, dictionary: Sequence[Entry], named: Mapping[str, str],
                encoder: Encoder, settings: Settings, sentences: list[Span]) -> Block:
    translated: Ids = []
    mapping: list[int] = []
    forbidden: dict[int, int] = {}
    seen: set[int] = set()

    def drawn(entry: int, match: Match) -> str:
        term, translations = dictionary[entry]
        key = {"term": [term], "spelling": [term, match.spelling or "other"], "entity": [named.get(term, term)]}
        which = [str(settings["seed"]), str(number), *key[settings["translationDraw"]]]
        return translations[draw(len(translations), *which)] if len(translations) > 1 else translations[0]

    matches = matcher.find(ids)
    starts = {match.start: match for match in matches}
    at = 0
    while at < len(ids):
        match = starts.get(at)
        if match is None:
            mapping.append(len(translated))
            translated.append(ids[at])
            at += 1
            continue
        if settings["maskRepeats"] and at > 0 and seen & set(match.entries):
            mapping[at - 1] = -1  # its label would repeat the name
        seen |= set(match.entries)
        new, firsts = _replacement(match, [drawn(entry, match) for entry in match.entries], encoder)
        if settings["forbid"]:
            for token in firsts:
                forbidden.setdefault(token, len(translated) + (settings["forbidFrom"] == "following"))
        translated += new
        mapping += [-1] * (match.length - 1) + [len(translated) - 1]
        at += match.length
    context = settings["blockLength"]
    mapping = [-1 if j >= context else j for j in mapping]
    mapping[-1] = -1  # what follows is in another block
    anchors = [(match.start, match.length) for match in matches]
    firsts = {match.entry: match.start for match in reversed(matches)}
    return Block(ids, translated[:context], mapping, forbidden, anchors, sorted(start for start in firsts.values() if start > 0), sentences)


def _replacement(match: Match, translations: list[str], encoder: Encoder) -> tuple[Ids, list[int]]:
    """The tokens that replace a match, and the first token of each spelling of its translations."""
    spelled = [encoder.spell(translation) for translation in translations]
    firsts = [ids[0] for spellings in spelled for ids in spellings.values()]
    if match.spelling is not None:
        return spelled[0].get(match.spelling) or next(iter(spelled[0].values()), []), firsts
    text, places, rest = "", [], iter(translations)
    for part in match.parts:
        if isinstance(part, int):
            places.append(len(text))
        text += next(rest) if isinstance(part, int) else part
    ids = encoder.spell_freely(match.before, text)
    written = encoder.read(ids)
    added = len(written.text) - len(text)  # a tokenizer can put a space before
    return ids, firsts + [ids[written.tokens_at(place + added)[0]] for place in places]
