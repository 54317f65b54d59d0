/** Votes on single spans: who was not asked about a span has not said no to it. */
import { expect, test } from 'vitest';
import { addSpan } from '../../anchors/span-edits';
import { decide, startReview } from '../../review';
import { anchorsTask, spanKey, type AnchorAnswer } from '../../tasks/anchors';
import { sampleAnchors, sampleEvaluation } from '../sample';
import { mergeImported } from '../imported';
import { anchorBallots, evaluationBallots } from './ballots';
import { readCrowdKit } from './read';
import { writeCrowdKit } from './write';

const review = startReview(sampleAnchors().items);
const [item] = review.items;
if (!item) throw new Error('expected a passage');
const suggested = item.suggestion?.answer.spans ?? [];
const rows = (worker: string): string[] =>
  suggested.map((span) => `${spanKey(item.data, span)},${worker},yes`);
const csvOf = (...lines: readonly string[]): string => ['task,worker,label', ...lines].join('\n');
const added = { start: 12, end: 15 };
const addedKey = spanKey(item.data, added);
const votesOn = (answers: readonly { annotator: string; answer: AnchorAnswer }[]) =>
  answers.map(({ annotator, answer }) => [annotator, anchorsTask.vote(item, addedKey, answer)]);
const nothing = { reason: null, comment: '', leadTime: null, at: null };
const mine = {
  item: item.id,
  annotator: 'me',
  role: 'annotator',
  answer: anchorsTask.accept(
    addSpan(item.suggestion?.answer ?? { spans: [], isComplete: false }, added, {
      kind: 'thing',
      translations: [],
    }),
  ),
  ...nothing,
} as const;

test('a span that only some rows of the file ask about', () => {
  const csv = csvOf(
    ...rows('ann'),
    `${addedKey},ann,no`,
    ...rows('ben'),
    ...rows('cy'),
    `${addedKey},cy,maybe`,
  );
  const { decisions, rejected } = readCrowdKit(anchorBallots, review.items, csv);
  expect(rejected.map(({ reason }) => reason)).toEqual(['unknown-label']);
  expect(votesOn(decisions)).toEqual([
    ['ann', 'no'],
    ['ben', null],
    ['cy', null],
  ]);
});

test('a span that a reviewer here adds, before the import or after it', () => {
  const before = decide(review, [mine]);
  const file = csvOf(...rows('ann'));
  const first = mergeImported(
    before,
    readCrowdKit(anchorBallots, before.items, file, before.decisions),
  ).review;
  const later = decide(mergeImported(review, readCrowdKit(anchorBallots, review.items, file)).review, [mine]);
  for (const { decisions } of [first, later]) {
    const on = decisions.on(item.id).toSorted((a, b) => a.annotator.localeCompare(b.annotator));
    expect(votesOn(on)).toEqual([
      ['ann', null],
      ['me', 'yes'],
    ]);
  }
});

test('complete answers of our own file are complete, unless the review has more spans than the file', () => {
  const whole = {
    ...mine,
    annotator: 'ann',
    answer: anchorsTask.accept(item.suggestion?.answer ?? mine.answer),
  };
  const csv = writeCrowdKit(anchorBallots, decide(review, [whole]));
  expect(readCrowdKit(anchorBallots, review.items, csv).decisions[0]?.answer).toEqual(whole.answer);
  const { decisions } = decide(review, [mine]);
  expect(votesOn(readCrowdKit(anchorBallots, review.items, csv, decisions).decisions)).toEqual([
    ['ann', null],
  ]);
  // A file that lost a row, or says of one that it is not all.
  const lines = csv.split('\n');
  const short = lines.filter((_, i) => i !== 1).join('\n');
  const unsure = csv.replace(',true', ',');
  for (const part of [short, unsure])
    expect(readCrowdKit(anchorBallots, review.items, part).decisions.map(({ answer }) => answer.isComplete)).toEqual([false]); // prettier-ignore
});

test('a worker is one person as a number and as a decimal, and so is a task', () => {
  const { items } = sampleEvaluation();
  const numbered = items.map((one, i) => ({ ...one, id: String(i) }));
  const csv = 'task,worker,label\n0.0,3,2\n1.0,3.0,1\n2,nan,1\n';
  const { decisions, rejected } = readCrowdKit(evaluationBallots, numbered, csv);
  expect(decisions.map(({ item: id, annotator }) => [id, annotator])).toEqual([
    ['0', '3'],
    ['1', '3'],
  ]);
  expect(rejected.map(({ reason }) => reason)).toEqual(['no-annotator']);
});

test('a vote that does not fit the passage is listed with its line, and alone makes no decision', () => {
  const bad = ['block-0||,ann,yes', 'block-0|5|2,ann,yes', 'block-0|0|999,ann,no'];
  const alone = readCrowdKit(anchorBallots, review.items, csvOf(...bad));
  expect(alone.decisions).toEqual([]);
  expect(alone.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual(['line 2: offsets', 'line 3: offsets', 'line 4: offsets']); // prettier-ignore
  const whole = ['task,worker,label,complete', ...[...rows('ann'), ...bad].map((row) => `${row},true`)].join(
    '\n',
  );
  expect(readCrowdKit(anchorBallots, review.items, whole).decisions.map(({ answer }) => answer.isComplete)).toEqual([false]); // prettier-ignore
});
