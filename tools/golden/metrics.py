"""Golden values of the metrics, computed with scipy, scikit-learn and rouge-score or, where there is no library, by the
formula of the cited paper.

    pip install scipy==1.17.1 scikit-learn==1.9.1 rouge-score==0.1.2
    python tools/golden/metrics.py          # writes src/evaluate/fixtures/*.json

Each fixture is a list of cases {"given": …, "want": …}; a want of null means that the metric is undefined.
"""
import json
import math
import pathlib
import random
import re
import unicodedata

import numpy as np
from nltk.stem.porter import PorterStemmer
from rouge_score.rouge_scorer import RougeScorer
from scipy import stats
from sklearn.metrics import roc_auc_score

OUT = pathlib.Path(__file__).parents[2] / "src/evaluate/fixtures"
RANDOM = random.Random(20260)


def write(name, cases):
    OUT.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in cases)
    (OUT / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def numbers(n, low=0.0, high=1.0, digits=4):
    return [round(RANDOM.uniform(low, high), digits) for _ in range(n)]


# --- intervals ---------------------------------------------------------------------------------


def wilson():
    cases = []
    for hits, n in [(0, 0), (0, 1), (1, 1), (0, 10), (10, 10), (3, 10), (57, 200), (199, 200), (500, 1000)]:
        want = None
        if n > 0:
            ci = stats.binomtest(hits, n).proportion_ci(0.95, method="wilson")
            want = [float(ci.low), float(ci.high)]
        cases.append({"given": {"hits": hits, "n": n}, "want": want})
    write("wilson", cases)


def bootstrap():
    """The draws are given, so that the test compares the arithmetic and not the random generator."""
    cases = []
    for values, resamples, level in [
        ([5, 0, 0, 1, 5, 0, 1, 0], 40, 0.95),
        (numbers(13), 31, 0.9),
        ([1.5], 3, 0.95),
        ([2, 2, 2], 5, 0.95),
        ([], 5, 0.95),
    ]:
        draws = [[RANDOM.randrange(len(values)) for _ in values] for _ in range(resamples)] if values else []
        want = None
        if values:
            means = [np.mean([values[i] for i in row]) for row in draws]
            want = [float(np.quantile(means, (1 - level) / 2)), float(np.quantile(means, (1 + level) / 2))]
        given = {"values": values, "draws": sum(draws, []), "resamples": resamples, "level": level}
        cases.append({"given": given, "want": want})
    write("bootstrap", cases)


# --- texts -------------------------------------------------------------------------------------


def rouge():
    plain, stemmed = (RougeScorer(["rougeL"], use_stemmer=stems) for stems in (False, True))
    pairs = [
        ("the keeper of the first lantern", "The keeper, of the lantern!"),
        ("Maelis lit the Everwick.", "Maelis lit the Everwick."),
        ("a b c d e f g", "g f e d c b a"),
        ("a a a b", "a b a a"),
        ("Orrin's Bell rings 12 times", "orrin s bell rings 1 2 times"),
        ("café über Straße", "cafe uber strasse caf ber stra e"),
        ("one", "one one one"),
        ("one two three", ""),
        ("", "one two"),
        ("", ""),
        ("...", "..."),
        ("湖边的灯", "湖边的灯"),
        ("İstanbul KELVIN \u212a", "i stanbul kelvin k"),
        ("tabs\tand\nlines and_underscores", "tabs and lines and underscores"),
        ("the keepers lighted their lamps carefully", "a careful keeper lights the lamp"),
        ("she tried the eyes of the dying flies", "trying an eye, they die or fly"),
        ("using keys, he was always annoyed", "we use the key to annoy us always"),
    ]
    words = "the a lantern keeper fog boat she he walked out of into night and".split()
    for _ in range(12):
        pairs.append(tuple(" ".join(RANDOM.choices(words, k=RANDOM.randrange(1, 30))) for _ in "ab"))
    write("rouge-l", [
        {"given": {"reference": a, "completion": b},
         "want": {"plain": float(plain.score(a, b)["rougeL"].recall),
                  "stemmed": float(stemmed.score(a, b)["rougeL"].recall)}}
        for a, b in pairs
    ])


def stems():
    """Every 17th word of the shipped texts, and the words that NLTK treats unlike Porter."""
    texts = (pathlib.Path(__file__).parents[2] / "public/worlds/marrowmere").glob("*.json")
    seen = sorted({word for text in texts for word in re.findall("[a-z0-9]+", text.read_text(encoding="utf-8").lower())})
    unlike = """sky skies dying lying tying news inning innings outing outings canning cannings howe proceed exceed succeed
        ties tied dies died flies carefully hopefully gracefully beautifully additionally conditionally cry cried tries trying
        deploy enjoy enjoyed enjoying key keys clay away always goodbye dyes eyes ones uses using useful axes ages added
        adding incredibly possibly technology geology rational relational operator sensibility""".split()
    stemmer = PorterStemmer()
    words = sorted({*seen[::17], *unlike})
    write("stems", [{"given": word, "want": stemmer.stem(word) if len(word) > 3 else word} for word in words])


def repetition():
    def share(tokens, n):
        seen, repeats, total = [], 0, 0
        for i in range(len(tokens)):
            gram = tokens[i:i + n]
            if len(gram) < n:
                continue
            total += 1
            if gram in seen:
                repeats += 1
            seen.append(gram)
        return repeats / total if total else 0.0

    lists = [[], [1], [1, 2, 3], [1, 2, 3, 4], [7] * 20, list(range(30)), [1, 2] * 9,
             [RANDOM.randrange(3) for _ in range(60)], [1, 12, 1, 2, 11, 2, 1, 12, 1, 2]]
    write("repetition", [
        {"given": {"tokens": tokens, "n": n}, "want": share(tokens, n)} for tokens in lists for n in (1, 2, 4)
    ])


UNSPACED = ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "THAI", "LAO ", "KHMER", "MYANMAR")


def units(text):
    """Length in UTF-16 units, as in JavaScript."""
    return len(text.encode("utf-16-le")) // 2


def in_word(char):
    return unicodedata.category(char)[0] in "LNM" and not unicodedata.name(char, "").startswith(UNSPACED)


def straight(text):
    return text.replace("’", "'")


def stands_at(text, term, start, fold):
    """The end of `term` if it occurs at `start` as whole words, else None."""
    at = start
    for i, char in enumerate(term):
        if char == " ":
            begin = at
            while at < len(text) and text[at].isspace():
                at += 1
            if at == begin:
                return None
            continue
        got = text[at] if at < len(text) else ""
        same = straight(got) == char or (fold and got.lower() == char.lower())
        if not same and not (i == 0 and char.islower() and got == char.upper()):
            return None
        at += 1
    if start > 0 and in_word(text[start - 1]) and in_word(term[0]):
        return None
    if at < len(text) and in_word(text[at]) and in_word(term[-1]):
        return None
    return at


def find_all(text, terms):
    found, at = [], 0
    while at < len(text):
        for term in sorted(terms, key=len, reverse=True):
            end = stands_at(text, term, at, fold=False)
            if end is not None:
                found.append((at, end, term))
                at = end
                break
        else:
            at += 1
    return found


def gives_away(prompt, term):
    def has(word):
        stem = word
        for ending in ("'s", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 2:
                stem = word[:-len(ending)]
                break
        forms = [stem, stem + "s", stem + "'s"]
        return any(stands_at(prompt, form, i, fold=True) for form in forms for i in range(len(prompt)))

    return all(has(word) for word in straight(term).split())


def grade(lexicon, prompt, references, completion):
    common = lexicon.get("common")
    if common is None:
        common = [a for a in lexicon["anchors"] if a == a.lower() and a != a.upper()]
    anchors = [a for a in lexicon["anchors"] if a not in common]
    theme = [t for t in list(common) + lexicon.get("theme", []) if t not in anchors]
    strong = weak = lucky = False
    spans = []
    for start, end, term in find_all(completion, set(anchors) | set(theme) | set(references)):
        prompted = gives_away(prompt, term)
        spans.append([units(completion[:start]), units(completion[:end]), term, prompted])
        if prompted:
            continue
        if term in anchors or (term not in theme and len(term.split()) >= 3):
            strong = True
        elif term in theme:
            weak = True
        else:
            lucky = True
    hinted = len(find_all(prompt, theme)) > 0
    number = 3 if strong else (1 if hinted else 2) if weak else 1 if lucky else 0
    return {"grade": number, "spans": spans}


def grades():
    saga = {
        "anchors": ["Maelis Quill", "Maelis", "Quill", "Everwick", "Orrin's Bell", "Orrin", "wick", "wicks",
                    "emberglass", "north shore", "Gable", "湖边"],
        "common": ["wick", "wicks", "north shore"],
        "theme": ["lantern", "fog"],
    }
    plain = {"anchors": ["Maelis", "wick", "moonrope", "湖边"]}
    rows = [
        (saga, "She was called", [], " Maelis Quill. She ran."),
        (saga, "Maelis was called", [], " Maelis Quill."),
        (saga, "Maelis and the other Quills", [], " Maelis Quill"),
        (saga, "The sister of Maelis is", ["Anna"], " Anna, of course"),
        (saga, "The sister of Maelis is", ["Anna"], " Annabel"),
        (saga, "They lit", [], " a lantern in the fog"),
        (saga, "In the fog they lit", [], " a lantern"),
        (saga, "In the fog they lit", [], " the Everwick"),
        (saga, "They carried", [], " the wick. Wicks burn."),
        (saga, "They carried the wicks and", [], " the wick"),
        (saga, "They carried", [], " the EMBERGLASS, an emberglass, Emberglass"),
        (saga, "They went to", [], " the north\n  shore and the North shore"),
        (saga, "They rang", [], " Orrin’s Bell and Orrin's Bell, not Orrin's bells"),
        (saga, "He leaned on", [], " the gable of a Gable-roofed house"),
        (saga, "A light is only a promise", ["kept in the dark"], " kept in the dark."),
        (saga, "A light is only a promise", ["kept"], " kept in the dark."),
        (saga, "Kept in the dark, a promise is", ["kept in the dark"], " kept in the dark."),
        (saga, "They went to", [], "她在湖边走"),
        (saga, "他们在湖边", [], "她在湖边走"),
        (saga, "They went to", [], ""),
        (saga, "", [], "nothing of it"),
        (saga, "", [], "Éverwick Everwické Everwick1 _Everwick_ 😀Everwick"),
        (plain, "They took", [], " the moonrope and the wick"),
        (plain, "They took", [], " 湖边"),
        (plain, "They took", ["moonrope"], " Moonrope"),
        ({"anchors": []}, "They took", ["a+b (c)"], " a+b (c) or aab c"),
        ({"anchors": []}, "They took", [], " everything"),
    ]
    write("grades", [
        {"given": {"lexicon": l, "prompt": p, "references": r, "completion": c}, "want": grade(l, p, r, c)}
        for l, p, r, c in rows
    ])


def familiarity():
    cases = []
    for n in (0, 1, 5, 40):
        items = [{"grade": RANDOM.choice([0, 0, 1, 2, 3]), "subtlety": RANDOM.choice([None, 2, 6, 10])} for _ in range(n)]
        threes, twos = sum(i["grade"] == 3 for i in items), sum(i["grade"] == 2 for i in items)
        rows = []
        for level in [2, 6, 10, None]:
            group = [i["grade"] for i in items if i["subtlety"] == level]
            if group:
                rows.append([level, len(group), (5 * group.count(3) + group.count(2)) / len(group)])
        cases.append({"given": items, "want": {"score": (5 * threes + twos) / n if n else None, "rows": rows}})
    write("familiarity", cases)


# --- probabilities -----------------------------------------------------------------------------


def softmax(row):
    powers = [math.exp(x) for x in row]
    return [p / sum(powers) for p in powers]


def probability_familiarity():
    def case(prompts):
        masses = []
        for p, familiar, generic in prompts:
            f = sum(p[t] for t in set(familiar) if t not in generic and t < len(p))
            g = sum(p[t] for t in set(generic) if t not in familiar and t < len(p))
            masses.append((f, g))
        shares = [f / (f + g) for f, g in masses if f + g > 0]
        want = None
        if masses:
            want = {"familiar": sum(f for f, _ in masses) / len(masses),
                    "generic": sum(g for _, g in masses) / len(masses),
                    "share": sum(shares) / len(shares) if shares else None}
        given = [{"probabilities": p, "familiar": f, "generic": g} for p, f, g in prompts]
        return {"given": given, "want": want}

    def prompt():
        sets = [[RANDOM.randrange(12) for _ in range(RANDOM.randrange(1, 5))] for _ in "fg"]
        return ([round(p, 6) for p in softmax(numbers(12, -2, 2))], *sets)

    write("probability-familiarity", [
        case([]),
        case([([0.5, 0.5, 0, 0], [2], [3])]),
        case([([0.5, 0.25, 0.25], [0, 1, 0], [1, 2, 99])]),
        case([([0.5, 0.5], [], [])]),
        case([prompt() for _ in range(9)]),
    ])


def losses(n):
    return numbers(n, 0, 6)


def likelihood():
    """Probability and Min-K, by OpenUnlearning's formulas."""
    cases = []
    for nll in [[], [0.0], [2.5], [1.0] * 5, [0.0, 0.0], losses(4), losses(5), losses(35), losses(128)]:
        want = {"probability": None, "minK": None}
        if nll:
            count = max(1, int(len(nll) * 0.4))
            want["probability"] = math.exp(-sum(nll) / len(nll))
            want["minK"] = -float(np.mean(np.sort([-x for x in nll])[:count]))
        cases.append({"given": nll, "want": want})
    write("likelihood", cases)


def truth_ratio():
    cases = []
    for right, wrong in [
        ([1.0, 2.0], [[1.0, 2.0]]),
        ([0.1], [[3.0], [4.0, 5.0]]),
        ([40.0], [[1.0], [2.0]]),
        ([800.0], [[1.0]]),
        ([1.0], [[800.0], [900.0]]),
        ([], [[1.0]]),
        ([1.0], [[], [1.0]]),
        ([1.0], []),
        *((losses(RANDOM.randrange(1, 6)), [losses(RANDOM.randrange(1, 6)) for _ in range(4)]) for _ in range(12)),
    ]:
        want = {"arithmetic": None, "geometric": None}
        if right and wrong and all(wrong):
            averages = [sum(w) / len(w) for w in wrong]
            truth = math.exp(-sum(right) / len(right)) + 1e-10
            want["arithmetic"] = sum(math.exp(-a) for a in averages) / len(wrong) / truth
            want["geometric"] = math.exp(-sum(averages) / len(wrong)) / truth
        cases.append({"given": {"right": right, "wrong": wrong}, "want": want})
    write("truth-ratio", cases)
    aggregates = []
    for ratios in [[], [1.0], [0.0], [0.5, 2.0], numbers(20, 0, 3)]:
        arr = np.array(ratios)
        want = {"forget": None, "retain": None}
        if ratios:
            want = {"forget": float(np.mean(np.minimum(arr, 1 / (arr + 1e-10)))),
                    "retain": float(np.mean(np.maximum(0, 1 - arr)))}
        aggregates.append({"given": ratios, "want": want})
    write("truth-aggregates", aggregates)


def memorisation():
    cases = []
    for predicted, truth in [([], []), ([1], [1]), ([1], [2]), ([1, 2, 3], [1, 2, 3]), ([1, 2, 3], [1, 2, 4]),
                             ([9, 2, 3], [1, 2, 3]), ([1, 9, 3, 4], [1, 2, 3, 4]),
                             *([[RANDOM.randrange(2) for _ in range(9)] for _ in "ab"] for _ in range(10))]:
        exact = strength = None
        if truth:
            T = len(truth)
            exact = sum(p == t for p, t in zip(predicted, truth)) / T
            start = next(k for k in range(T + 1) if predicted[k:] == truth[k:])
            strength = 1 - start / T
        given = {"predicted": predicted, "truth": truth}
        cases.append({"given": given, "want": {"exact": exact, "strength": strength}})
    write("memorisation", cases)


def distance():
    def table(n, V):
        return [[float(np.float32(math.log(p))) for p in softmax(numbers(V, -3, 3))] for _ in range(n)]

    def case(model, gold, V):
        want = None
        if gold:
            kl = agreed = 0.0
            for m, g in zip(model, gold):
                kl += sum(math.exp(a) * (a - b) for a, b in zip(g, m))
                agreed += int(np.argmax(m) == np.argmax(g))
            want = {"kl": kl / len(gold), "agreement": agreed / len(gold)}
        return {"given": {"model": sum(model, []), "gold": sum(gold, []), "V": V}, "want": want}

    half = float(np.float32(math.log(0.5)))
    same = table(2, 7)
    write("distance", [
        case([], [], 5), case(same, same, 7), case(table(6, 9), table(6, 9), 9), case(table(1, 40), table(1, 40), 40),
        case([[half, half]], [[half, half]], 2), case([[half, half]], [[math.log(0.25), math.log(0.75)]], 2),
    ])


# --- groups ------------------------------------------------------------------------------------


def kolmogorov_smirnov():
    sizes = [(1, 1), (1, 5), (2, 3), (5, 5), (5, 7), (6, 9), (10, 10), (17, 40), (40, 17), (64, 100), (99, 100),
             (100, 100), (150, 275), (275, 275), (399, 400), (400, 400), (400, 150)]
    samples = []
    for m, n in sizes:
        samples.append((numbers(m, 0, 1, 3), numbers(n, 0, 1, 3)))
        samples.append((numbers(m, 0, 1, 3), numbers(n, 0.15, 1.1, 3)))
        samples.append((numbers(m, 0, 1, 1), numbers(n, 0.1, 1, 1)))  # ties
    samples += [([1, 1, 1], [1, 1]), ([0, 0, 0, 0, 0], [1, 1, 1, 1, 1]), ([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]),
                (numbers(400, 0, 1, 2), numbers(400, 2, 3, 2)), ([3.5], [3.5])]
    cases = []
    for a, b in samples:
        test = stats.ks_2samp(a, b)
        cases.append({"given": [a, b], "want": {"statistic": float(test.statistic), "pValue": float(test.pvalue)}})
    cases += [{"given": given, "want": None} for given in ([[], [1]], [[1], []], [[], []])]
    write("kolmogorov-smirnov", cases)


def auc():
    groups = [([], [1]), ([1], []), ([1], [1]), ([1, 1, 1], [1, 1]), ([0, 1], [2, 3]), ([2, 3], [0, 1]),
              (numbers(20), numbers(31)), (numbers(50, 0, 1, 1), numbers(40, 0.2, 1, 1))]
    write("auc", [
        {"given": {"low": low, "high": high},
         "want": float(roc_auc_score([0] * len(low) + [1] * len(high), low + high)) if low and high else None}
        for low, high in groups
    ])
    leaks = [(0.5, 0.5), (0.9, 0.5), (0.1, 0.5), (1.0, 0.47), (0.47, 0.0), (1.0, 1.0), (0.5, 1.0), (0.6, None), (None, 0.6)]
    write("priv-leak", [
        {"given": {"model": a, "gold": g},
         "want": None if a is None or g in (None, 1.0) else ((1 - a) - (1 - g)) / (1 - g) * 100}
        for a, g in leaks
    ])


def utility():
    write("model-utility", [
        {"given": figures, "want": float(stats.hmean(figures)) if figures else None}
        for figures in ([], [0.5], [0.3, 0.3, 0.3], [0.0, 0.9], [0.0, 0.0], [1e-9, 1.0], numbers(9))
    ])


for make in (wilson, bootstrap, rouge, stems, repetition, grades, familiarity, probability_familiarity, likelihood, truth_ratio,
             memorisation, distance, kolmogorov_smirnov, auc, utility):
    make()
