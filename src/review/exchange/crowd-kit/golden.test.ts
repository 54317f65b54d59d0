/** Known answers from elsewhere: a partial one is never whole, and none replaces one that is here. */
import { expect, test } from 'vitest';
import { addSpan } from '../../anchors/span-edits';
import { decide, startReview } from '../../review';
import { anchorsTask, spanKey } from '../../tasks/anchors';
import { mergeImported } from '../imported';
import { sampleAnchors, sampleEvaluation, sampleLanguage } from '../sample';
import { anchorBallots, evaluationBallots, languageBallots } from './ballots';
import { readCrowdKit } from './read';

const reasons = (imported: { rejected: readonly { where: string; reason: string }[] }): string[] =>
  imported.rejected.map(({ where, reason }) => `${where}: ${reason}`);

test('true labels as Crowd-Kit has them, and rows that are none', () => {
  const { items } = startReview(sampleEvaluation().items.map((item) => ({ ...item, golden: null })));
  const csv = 'task,label\ne1,3.0\ne2,7\ne9,1\ne3,\ne4\n';
  const imported = readCrowdKit(evaluationBallots, items, csv);
  expect(imported.items.map(({ id, golden }) => [id, golden])).toEqual([['e1', { grade: 3 }]]);
  expect(reasons(imported)).toEqual([
    'line 3: unknown-label',
    'line 4: unknown-item',
    'line 5: incomplete',
    'line 6: broken-row',
  ]);
});

test('votes whose workers are missing are no known answers', () => {
  const { items } = sampleLanguage();
  expect(() => readCrowdKit(languageBallots, items, 'task,label\nq1,correct\nq1,correct\n')).toThrow(
    'the same task in line 2 and line 3',
  );
  for (const header of ['task,answer', 'task,label,performer', 'task,label,lead_time'])
    expect(() => readCrowdKit(languageBallots, items, `${header}\nq1,correct\n`)).toThrow('a column worker');
});

test('a known answer that is here already stays, and another is listed', () => {
  const review = sampleLanguage();
  const imported = readCrowdKit(languageBallots, review.items, 'task,label\nq3,incorrect\nq1,unsure\n');
  expect(reasons(imported)).toEqual(['line 2: other-golden']);
  const merged = mergeImported(review, imported);
  expect(merged.added).toEqual({ items: 0, decisions: 0, golden: 1 });
  expect(merged.review.items.map(({ golden }) => golden)).toEqual([
    { verdict: 'unsure', replacement: null },
    null,
    { verdict: 'correct', replacement: null },
  ]);
});

test('known spans say nothing of others, unless the file says that they are all', () => {
  const { items } = sampleAnchors();
  const [item] = items;
  const spans = item?.suggestion?.answer.spans ?? [];
  if (!item) throw new Error('expected a passage');
  const rows = spans.map((span) => `${spanKey(item.data, span)},yes`);
  const added = { start: 12, end: 15 };
  const vote = (csv: string, made = startReview(items).decisions): (string | null)[] =>
    readCrowdKit(anchorBallots, items, csv, made).items.map(
      ({ golden }) => golden && anchorsTask.vote(item, spanKey(item.data, added), golden),
    );
  const all = ['task,label,complete', ...rows.map((row) => `${row},true`)].join('\n');
  expect(vote(['task,label', ...rows].join('\n'))).toEqual([null]);
  expect(vote(all)).toEqual(['no']);
  expect(vote(all.replace(',true', ','))).toEqual([null]);
  expect(vote(all.split('\n').slice(0, -1).join('\n'))).toEqual([null]);
  const own = addSpan({ spans, isComplete: false }, added, { kind: 'thing', translations: [] });
  const mine = { annotator: 'me', role: 'annotator', reason: null, comment: '', leadTime: null, at: null } as const; // prettier-ignore
  const made = decide(startReview(items), [{ ...mine, item: item.id, answer: anchorsTask.accept(own) }]);
  expect(vote(all, made.decisions)).toEqual([null]);
});
