/** Files of texts alone, as Crowd-Kit’s text aggregation has them. */
import { expect, test } from 'vitest';
import { mergeImported } from '../imported';
import { decide, startReview } from '../../review';
import { sampleAnchors, sampleLanguage } from '../sample';
import { anchorBallots, languageBallots } from './ballots';
import { readCrowdKit } from './read';
import { writeCrowdKit, writeCrowdKitTexts } from './write';

const review = sampleLanguage();
const bare = startReview(review.items);
const { texts } = languageBallots;
if (texts === null) throw new Error('expected texts');

test('texts are added to the votes of the same people, whichever file is read first', () => {
  const files = [writeCrowdKit(languageBallots, review), writeCrowdKitTexts(texts, review)];
  for (const order of [files, files.toReversed()]) {
    const merged = order.reduce((now, csv) => {
      const imported = readCrowdKit(languageBallots, now.items, csv, now.decisions);
      expect(imported.rejected).toEqual([]);
      const { review: next, rejected } = mergeImported(now, imported);
      expect(rejected).toEqual([]);
      return next;
    }, bare);
    const answers = (one: typeof review) =>
      Array.from(one.decisions, ({ item, annotator, answer }) => JSON.stringify([item, annotator, answer]));
    expect(answers(merged).sort()).toEqual(answers(review).sort());
  }
});

test('a text without a vote is a better continuation; reasons and comments stay; another text changes nothing', () => {
  const [given] = review.decisions;
  if (!given) throw new Error('expected a decision');
  const made = decide(bare, [{ ...given, answer: { verdict: 'unsure', replacement: null }, comment: 'hm' }]);
  const csv = (text: string): string => `task,worker,text\nq1,ann@example.org,${text}\nq2,dee,None\n`;
  const merged = mergeImported(made, readCrowdKit(languageBallots, made.items, csv(' lamp'), made.decisions));
  expect(merged.added.decisions).toBe(2);
  expect(
    Array.from(merged.review.decisions, ({ annotator, answer, comment }) => [annotator, answer, comment]),
  ).toEqual([
    ['ann@example.org', { verdict: 'unsure', replacement: ' lamp' }, 'hm'],
    ['dee', { verdict: 'incorrect', replacement: 'None' }, ''],
  ]);
  const again = readCrowdKit(languageBallots, made.items, csv(' wick'), merged.review.decisions);
  expect([again.decisions, again.completed]).toEqual([[], []]);
  expect(again.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    'line 2: already-decided',
  ]);
});

test('every row that is not used is listed with its line', () => {
  const csv =
    'task,worker,text\nq1,ann,"lamp\nq1,ben,a\nq1,ben,b\nq9,ann,c\nq2,,d\nq2,ann,\nq2,ann\nq3,cy,e\n';
  const { decisions, rejected } = readCrowdKit(languageBallots, review.items, csv);
  expect(decisions.map(({ item, annotator, answer }) => [item, annotator, answer.replacement])).toEqual([
    ['q1', 'ben', 'b'],
    ['q3', 'cy', 'e'],
  ]);
  expect(rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    'line 2: broken-row',
    'line 5: unknown-item',
    'line 6: no-annotator',
    'line 7: incomplete',
    'line 8: broken-row',
    'line 3: duplicate',
  ]);
});

test('a task whose answers have no text lists all of them', () => {
  const { items } = sampleAnchors();
  const { decisions, rejected } = readCrowdKit(
    anchorBallots,
    items,
    'task,worker,text\nblock-0|0|3,ann,Nib\n',
  );
  expect([decisions, rejected.map(({ reason }) => reason)]).toEqual([[], ['no-texts']]);
});
