/**
 * Random reviews with texts that formats find hard (emoji, line breaks, quotation marks, formulas, tabs) come back from
 * every format as they were, as far as the format holds it.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSpan, changeSpan, rejectSpan } from '../anchors/span-edits';
import { decide, startReview, type Decision, type Review } from '../review';
import type { Item } from '../task';
import { anchorKinds, anchorsTask, type AnchorAnswer, type AnchorData } from '../tasks/anchors';
import { grades, type EvaluationAnswer, type EvaluationData } from '../tasks/evaluation';
import { verdicts, type LanguageAnswer, type LanguageData } from '../tasks/language';
import { votesOf } from '../votes';
import { anchorBallots, evaluationBallots, languageBallots, type Ballots } from './crowd-kit/ballots';
import { readCrowdKit } from './crowd-kit/read';
import { writeCrowdKit, writeCrowdKitTexts } from './crowd-kit/write';
import { readDoccano } from './doccano/read';
import { anchorDoccano, evaluationDoccano, languageDoccano, type Doccano } from './doccano/tasks';
import { writeDoccanoResults } from './doccano/write';
import { mergeImported, type Imported } from './imported';
import { anchorStudio } from './label-studio/anchors';
import { evaluationStudio } from './label-studio/evaluation';
import { languageStudio } from './label-studio/language';
import { readLabelStudio } from './label-studio/read';
import type { Studio } from './label-studio/studio';
import { writeLabelStudio } from './label-studio/write';
import { readToloka } from './toloka/read';
import { writeTolokaResults } from './toloka/write';

const hard = ['😀', '湖', '\r\n', '\n', '\r', '\t', '"', '""', "'", ',', ';', '|', '=1+1', '+', '-2', '@', '\\n', '{}', '<b>', '\u00a0', '\u2028', ' ', 'nan', '3.0', 'lamp']; // prettier-ignore
const anyText = fc.array(fc.constantFrom(...hard), { maxLength: 6 }).map((parts) => parts.join(''));
const someText = anyText.filter((text) => text !== '');
/** A name that is not one of those that pandas writes for a missing or decimal one. */
const person = someText.map((text) => `${text}ann`);

/** Everything of a decision besides who, what and the answer. Toloka has the seconds only beside the time of day. */
function remarks(reasons: readonly Decision<unknown>['reason'][]) {
  const at = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()); // prettier-ignore
  const leadTime = fc.nat(1e6).map((ms) => ms / 1000);
  const times = fc.oneof(
    fc.constant({ at: null, leadTime: null }),
    fc.record({ at, leadTime: fc.option(leadTime) }),
  );
  const reason = fc.constantFrom(...reasons, null);
  return fc.tuple(reason, anyText, times).map(([why, comment, more]) => ({ reason: why, comment, ...more }));
}

/** Reviews of up to three items, each answered by up to three people and, some, finally. */
function reviewsOf<D, A>(
  { form: { task } }: Studio<D, A>,
  item: fc.Arbitrary<Item<D, A>>,
  answerTo: (item: Item<D, A>) => fc.Arbitrary<A>,
): fc.Arbitrary<Review<D, A>> {
  const items = fc.uniqueArray(item, { minLength: 1, maxLength: 3, selector: ({ id }) => id });
  return items.chain((all) => {
    const decisions = all.flatMap((one) =>
      (['annotator', 'annotator', 'annotator', 'adjudicator'] as const).map((role) => {
        const given = fc.tuple(person, answerTo(one), remarks(task.reasons));
        return fc.option(given.map(([annotator, answer, more]): Decision<A> => ({ item: one.id, annotator, role, answer, ...more }))); // prettier-ignore
      }),
    );
    return fc.tuple(...decisions).map((given) =>
      decide(
        startReview(all),
        given.flatMap((one) => one ?? []),
      ),
    );
  });
}

const passage = fc.array(fc.constantFrom('Tessa Vane', 'Ollbrook', ...hard), { minLength: 3, maxLength: 12 });
const anchorItem = fc.tuple(someText, passage).map(([id, parts]): Item<AnchorData, AnchorAnswer> => {
  const text = parts.join(' ');
  const spans = Array.from(text.matchAll(/Tessa Vane|Ollbrook/g), ({ 0: term, index }) => ({
    start: index,
    end: index + term.length,
    kind: 'person' as const,
    translations: ['Anna'],
    status: 'drafted' as const,
  }));
  const answer = { spans, isComplete: false };
  return {
    id,
    data: { text, blockId: id },
    suggestion: { answer, certainty: 0.5, by: 'draft' },
    golden: null,
  };
});

/** A span is rejected or changed, a word is added, or the passage is accepted as it is. */
function anchorAnswer({ data: { text }, suggestion }: Item<AnchorData, AnchorAnswer>) {
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({ start: index, end: index + word.length })); // prettier-ignore
  const meaning = fc.record({ kind: fc.constantFrom(...anchorKinds), translations: fc.array(someText, { maxLength: 2 }) }); // prettier-ignore
  const edits = fc.record({
    rejects: fc.boolean(),
    changes: fc.boolean(),
    adds: fc.option(fc.nat()),
    meaning,
  });
  return edits.map(({ rejects, changes, adds, meaning: said }) => {
    let answer = suggestion?.answer ?? { spans: [], isComplete: false };
    const [first] = answer.spans;
    if (first && rejects) answer = rejectSpan(answer, first);
    if (first && changes) answer = changeSpan(answer, first, said);
    const word = adds === null ? undefined : words[adds % words.length];
    if (word) answer = addSpan(answer, word, said);
    return anchorsTask.accept(answer);
  });
}

const languageItem = fc.tuple(someText, someText, someText).map(
  ([id, prompt, completion]): Item<LanguageData, LanguageAnswer> => ({
    id,
    data: { prompt, completion, tokenProbability: 0.5, blockId: id, position: 3, options: [{ text: completion, probability: 0.5 }] },
    suggestion: { answer: { verdict: 'correct', replacement: null }, certainty: 0.5, by: 'baseline' },
    golden: null,
  }),
); // prettier-ignore
const languageAnswer = fc.record({ verdict: fc.constantFrom(...verdicts), replacement: fc.option(someText) });

const evaluationItem = fc
  .tuple(someText, someText, someText)
  .map(([id, prompt, completion]): Item<EvaluationData, EvaluationAnswer> => ({
    id,
    data: { prompt, completion, references: [prompt], voice: null },
    suggestion: { answer: { grade: 1 }, certainty: 0.5, by: 'automatic' },
    golden: null,
  }));
const evaluationAnswer = fc.record({ grade: fc.constantFrom(...grades) });

/** Spans that were kept, by place and meaning; the rest of a complete answer is a “no”, see `votes`. */
const keptOf = (answer: unknown): unknown => {
  const { spans } = answer as Partial<AnchorAnswer>;
  if (!spans) return answer;
  return spans
    .filter(({ status }) => status !== 'rejected')
    .map(({ start, end, kind, translations }) => ({ start, end, kind, translations }));
};

interface Suite<D, A> {
  readonly reviews: fc.Arbitrary<Review<D, A>>;
  readonly studio: Studio<D, A>;
  readonly doccano: Doccano<D, A>;
  readonly ballots: Ballots<D, A>;
  /** Whether doccano holds the whole answer. */
  readonly isWholeInDoccano: boolean;
}

function suite<D, A>(
  name: string,
  { reviews, studio, doccano, ballots, isWholeInDoccano }: Suite<D, A>,
): void {
  const { form } = studio;
  const votes = (review: Review<D, A>): string[] =>
    votesOf(form.task, review).map((vote) => JSON.stringify(vote)).sort(); // prettier-ignore
  const shown = (decision: Decision<A>) => ({ ...decision, answer: keptOf(decision.answer) });
  const byAnnotators = (review: Review<D, A>) =>
    [...review.decisions].filter(({ role }) => role === 'annotator');
  /** Expects the votes of the review, and nothing that could not be read. */
  const again = (review: Review<D, A>, imported: Imported<D, A>): Review<D, A> => {
    expect(imported.rejected).toEqual([]);
    const merged = mergeImported(startReview(review.items), imported);
    expect(votes(merged.review)).toEqual(votes(review));
    return merged.review;
  };

  const check = (format: string, expectBack: (review: Review<D, A>) => void): void =>
    test(format, () => fc.assert(fc.property(reviews, expectBack), { numRuns: 50 }));

  describe(name, () => {
    check('Label Studio', (review) => {
      const back = again(review, readLabelStudio(studio, review.items, writeLabelStudio(studio, review)));
      expect(Array.from(back.decisions, shown)).toEqual(Array.from(review.decisions, shown));
    });

    check('doccano', (review) => {
      const jsonl = writeDoccanoResults(doccano, review);
      const back = again(review, readDoccano(doccano, review.items, jsonl, { annotator: 'importer' }));
      if (isWholeInDoccano) expect([...back.decisions]).toEqual(byAnnotators(review));
    });

    check('Toloka', (review) => {
      const back = again(review, readToloka(form, review.items, writeTolokaResults(form, review)));
      expect(Array.from(back.decisions, shown)).toEqual(byAnnotators(review).map(shown));
    });

    check('Crowd-Kit', (review) => {
      const back = again(review, readCrowdKit(ballots, review.items, writeCrowdKit(ballots, review)));
      const { texts } = ballots;
      if (texts === null) return;
      const read = readCrowdKit(ballots, review.items, writeCrowdKitTexts(texts, review), back.decisions);
      const whole = again(review, { ...read, decisions: [...back.decisions, ...read.decisions] });
      const said = ({ item, annotator, answer }: Decision<A>) => ({ item, annotator, answer });
      expect(Array.from(whole.decisions, said)).toEqual(byAnnotators(review).map(said));
    });
  });
}

suite('anchors', {
  reviews: reviewsOf(anchorStudio, anchorItem, anchorAnswer),
  studio: anchorStudio,
  doccano: anchorDoccano,
  ballots: anchorBallots,
  isWholeInDoccano: false,
});
suite('language', {
  reviews: reviewsOf(languageStudio, languageItem, () => languageAnswer),
  studio: languageStudio,
  doccano: languageDoccano,
  ballots: languageBallots,
  isWholeInDoccano: true,
});
suite('evaluation', {
  reviews: reviewsOf(evaluationStudio, evaluationItem, () => evaluationAnswer),
  studio: evaluationStudio,
  doccano: evaluationDoccano,
  ballots: evaluationBallots,
  isWholeInDoccano: true,
});
