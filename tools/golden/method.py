"""The method in plain loops over lists: translation, mapping, reasons, forbidden tokens and labels of random blocks.

    python tools/golden/method.py        # writes src/unlearn/fixtures/method.json

The data is small: 32 tokens with given bytes, given spellings of every text, and logits by a formula. Tokens are written
as base-32 digits, with "-" for none in a mapping or in labels, and reasons as their first letters. Every case is run
with every combination of settings: there is one digest of all cases per combination, and each case is written out for
one combination.
"""
import hashlib
import itertools
import json
import math
import pathlib
import random
import unicodedata

OUT = pathlib.Path(__file__).parents[2] / "src/unlearn/fixtures/method.json"
CASES = 100  # of two blocks each
LENGTH = 20
DIGITS = "0123456789abcdefghijklmnopqrstuv"
NAMES = ["space", "start", "newline", "quote", "bracket"]
ALPHAS = [0, 0.5, 2.5, 5, 10]
SPACES = ["raw", "logprob"]
OPTIONS = dict(
    matchRule=["longest", "first"],
    wordBoundary=[True, False],
    translationDraw=["term", "spelling", "entity"],
    maskRepeats=[True, False],
    forbid=[True, False],
    forbidFrom=["emitted", "following"],
    remainder=["pad", "drop"],
)
TOKENS = [text.encode() for text in ["<s>", " a", "a", " b", "b", "c", " c", "X", " X", "Y", " Y", "Z", ".", " ", "\n",
                                     '"', "'s", "马", "力", "ก"]]
TOKENS += [b"\xc3", b"\xa9", b"\xe2", b"\x80", b"\x94"]  # é and — in single bytes
TOKENS += [text.encode() for text in ["1", "\r\n", " the", ",", "\u0301", "(", " said"]]
SPACED = {2: 1, 4: 3, 5: 6, 7: 8, 9: 10}  # the same text after a space
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


# The method


def draw(n, *parts):
    text = b""
    for part in parts:
        text += str(len(part.encode())).encode() + b":" + part.encode()
    return int(hashlib.sha256(text).hexdigest()[:12], 16) % n


def entities(dictionary):
    """The entity of each term, named by its first term. Terms that contain one another belong to the same entity."""
    name = {term: place for place, (term, _) in enumerate(dictionary)}
    terms = list(name)
    changed = True
    while changed:
        changed = False
        for one in terms:
            for other in terms:
                if f" {one} " in f" {other} " and name[one] != name[other]:
                    name[one] = name[other] = min(name[one], name[other])
                    changed = True
    return {term: terms[place] for term, place in name.items()}


def makes_words(character):
    if character == "\ufffd":
        return True
    spaced = not unicodedata.name(character, "").startswith(UNSPACED)
    return spaced and unicodedata.category(character)[0] in "LNM"


def splits_word(block, at):
    left = b"".join(TOKENS[i] for i in block[:at]).decode(errors="replace")
    right = b"".join(TOKENS[i] for i in block[at:]).decode(errors="replace")
    return left != "" and right != "" and makes_words(left[-1]) and makes_words(right[0])


def find(block, at, case, options):
    """(term, spelling name, length) of the match at a position, or None."""
    found = None
    for term, _ in case["dictionary"]:
        for name in NAMES:
            ids = case["spellings"][term].get(name)
            if ids is None or block[at:at + len(ids)] != ids:
                continue
            if options["wordBoundary"] and (splits_word(block, at) or splits_word(block, at + len(ids))):
                continue
            if found is None or (options["matchRule"] == "longest" and len(ids) > found[2]):
                found = (term, name, len(ids))
    return found


def drawn(case, number, term, name, options):
    translations = dict(case["dictionary"])[term]
    key = [str(case["seed"]), str(number)]
    if options["translationDraw"] == "term":
        key += [term]
    if options["translationDraw"] == "spelling":
        key += [term, name]
    if options["translationDraw"] == "entity":
        key += [entities(case["dictionary"])[term]]
    return translations[draw(len(translations), *key)]


def translate(block, number, case, options):
    translated, mapping, reasons, forbidden, seen = [], [], [], {}, []
    at = 0
    while at < len(block):
        match = find(block, at, case, options)
        if match is None:
            mapping.append(len(translated))
            reasons.append(".")
            translated.append(block[at])
            at += 1
            continue
        term, name, length = match
        if term in seen and at > 0 and options["maskRepeats"]:
            mapping[at - 1] = -1
            reasons[at - 1] = "r"
        seen.append(term)
        spellings = case["spellings"][drawn(case, number, term, name, options)]
        for spelling in spellings.values():
            if options["forbid"] and spelling[0] not in forbidden:
                forbidden[spelling[0]] = len(translated) + (options["forbidFrom"] == "following")
        if name in spellings:
            translated += spellings[name]
        else:
            translated += [spellings[other] for other in NAMES if other in spellings][0]
        for _ in range(length):
            mapping.append(-1)
            reasons.append("a")
        mapping[-1] = len(translated) - 1
        reasons[-1] = "."
        at += length
    context = case["context"]
    for i in range(len(block)):
        if mapping[i] >= context:
            mapping[i], reasons[i] = -1, "c"
    mapping[-1], reasons[-1] = -1, "e"
    while len(mapping) < LENGTH:
        mapping.append(-1)
        reasons.append("p")
    kept = translated[:context]
    forbidden = {token: start for token, start in forbidden.items() if start < len(kept)}
    return kept, mapping, reasons, forbidden


def logit(seed, row, position, token):
    """Multiples of a power of two, so that sums are exact; some neighbouring tokens are equal in both rows. The second row
    has a wider range, so that many of its entries are above those of the first."""
    if (position + token // 2) % 3 == 0:
        token -= token % 2
    x = ((((seed * 31 + row) * 101 + position) * 37 + token) * 7919) % 65521
    y = (x * x) % 65521
    return ((y * x + 12345 * x) % 65521) / (4096 if row == 0 else 2048)


def normalised(row):
    high = max(row)
    total = high + math.log(sum(math.exp(x - high) for x in row))
    return [x - total for x in row]


class Ambiguous(Exception):
    """Two different tokens are equal except for rounding."""


def labels(seed, mapping, forbidden, space, alpha):
    chosen = []
    for i, j in enumerate(mapping):
        if j < 0:
            chosen.append(-1)
            continue
        baseline = [logit(seed, 0, j, token) for token in range(len(TOKENS))]
        mean = sum(baseline) / len(baseline)
        for token, start in forbidden.items():
            if j >= start:
                baseline[token] = mean
        reinforced = [logit(seed, 1, i, token) for token in range(len(TOKENS))]
        if space == "logprob":
            baseline, reinforced = normalised(baseline), normalised(reinforced)
        generic = [b - alpha * max(r - b, 0) for b, r in zip(baseline, reinforced)]
        best = 0
        for token in range(len(TOKENS)):
            if generic[token] > generic[best]:
                best = token
        for token in range(len(TOKENS)):
            same = baseline[token] == baseline[best] and reinforced[token] == reinforced[best]
            if space == "logprob" and not same and abs(generic[token] - generic[best]) < 1e-9:
                raise Ambiguous
        chosen.append(best)
    return chosen


# Random cases


def row(ids):
    return "".join("-" if i < 0 else DIGITS[i] for i in ids)


def random_spellings(rng, words, base):
    ids = []
    for word in words:
        ids += ([13] if ids and rng.random() < 0.5 else []) + base[word]
    other = [rng.randrange(1, len(TOKENS)) for _ in range(rng.randint(1, 3))]
    spellings = {
        "space": [SPACED[ids[0]]] + ids[1:] if ids[0] in SPACED else [13] + ids,
        "start": ids,
        "newline": ids if rng.random() < 0.7 else other,
        "quote": ids if rng.random() < 0.7 else other[::-1],
        "bracket": ids,
    }
    kept = {name: ids for name, ids in spellings.items() if rng.random() < 0.85}
    return kept or {"space": spellings["space"]}


def random_case(rng, seed):
    pool = [[2], [4], [5], [7], [9], [11], [17], [18], [20, 21], [25]]
    words = ["Ann", "Bo", "Cy", "Dee", "Eve", "Flo"]
    base = {word: [token for _ in range(rng.choice([1, 1, 2])) for token in rng.choice(pool)] for word in words}
    texts = [[word] for word in words] + [[one, other] for one in words for other in words]
    rng.shuffle(texts)
    terms, others = texts[:rng.randint(3, 7)], texts[7:]
    dictionary = [(" ".join(term), [" ".join(one) for one in rng.sample(others, rng.randint(1, 3))]) for term in terms]
    used = {text for term, translations in dictionary for text in [term, *translations]}
    spellings = {" ".join(text): random_spellings(rng, text, base) for text in texts if " ".join(text) in used}
    stream, length = [0], rng.randint(LENGTH + 2, 2 * LENGTH)
    fillers = [[1], [2], [12], [14], [27], [31], [28], [16], [26], [15], [30], [22, 23, 24], [20, 21], [29], [17], [19]]
    while len(stream) < length:
        if rng.random() < 0.55:
            stream += rng.choice(list(spellings[rng.choice(dictionary)[0]].values()))
        else:
            stream += rng.choice(fillers)
    return dict(seed=seed, context=LENGTH - rng.choice([0, 0, 0, 2, 4]), dictionary=dictionary, spellings=spellings,
                stream=stream[:length], logits=1)


def run(case, options):
    """(number, [translated, mapping, reasons, forbidden]) of each block."""
    for number, start in enumerate(range(0, len(case["stream"]), LENGTH)):
        block = case["stream"][start:start + LENGTH]
        if len(block) < (LENGTH if options["remainder"] == "drop" else 2):
            continue
        yield number, translate(block, number, case, options)


def written(result):
    translated, mapping, reasons, forbidden = result
    pairs = "".join(DIGITS[token] + DIGITS[forbidden[token]] for token in sorted(forbidden))
    return f"{row(translated)}|{row(mapping)}|{''.join(reasons)}|{pairs}"


def main():
    rng = random.Random(7)
    combinations = [dict(zip(OPTIONS, values)) for values in itertools.product(*OPTIONS.values())]
    digests = [hashlib.sha256() for _ in combinations]
    cases, letters = [], ""
    for c in range(CASES):
        case = random_case(rng, c)
        while True:
            try:
                made = make(case, c, combinations)
                break
            except Ambiguous:
                case["logits"] += 1
        for digest, text in zip(digests, made["texts"]):
            digest.update(text.encode())
        letters += "".join(made["expected"])
        spellings = {text: ",".join(row(known.get(name, [])) for name in NAMES)
                     for text, known in case["spellings"].items()}
        cases.append({**case, "spellings": spellings, "stream": row(case["stream"]), "expected": made["expected"]})
    golden = dict(length=LENGTH, tokens=[token.hex() for token in TOKENS], names=NAMES, alphas=ALPHAS, spaces=SPACES,
                  options=OPTIONS, digests=[digest.hexdigest()[:16] for digest in digests], cases=cases)
    OUT.write_text(json.dumps(golden, separators=(",", ":"), ensure_ascii=True).replace('{"seed"', '\n{"seed"') + "\n")
    print(OUT.name, OUT.stat().st_size, "bytes;", {letter: letters.count(letter) for letter in "arcep"})


def make(case, c, combinations):
    seed, known = case["logits"] * CASES + c, {}

    def chosen(number, result, space, alpha):
        key = (number, written(result), space, alpha)
        if key not in known:
            known[key] = row(labels(seed * 2 + number, result[1], result[3], space, alpha))
        return known[key]

    texts, expected = [], []
    for k, options in enumerate(combinations):
        text = ""
        for number, result in run(case, options):
            space, alpha = SPACES[(c + number) % 2], ALPHAS[c % len(ALPHAS)]
            text += f"{written(result)}|{chosen(number, result, space, alpha)}\n"
            if k == c % len(combinations):
                every = [chosen(number, result, space, alpha) for space in SPACES for alpha in ALPHAS]
                expected.append("|".join([written(result), *every]))
        texts.append(text)
    return dict(texts=texts, expected=expected)


if __name__ == "__main__":
    main()
