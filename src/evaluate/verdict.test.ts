import { expect, test } from 'vitest';
import { sampleReport } from './fixtures/report';
import type { Report } from './report';
import { verdictOf } from './verdict';

type Variants = Pick<Report['evaluation'], 'baseline' | 'unlearned'>;

const value = (agg_value: number) => ({ agg_value, value_by_index: {} });
const report = (variants: Variants, attacks: Report['attacks'] = {}): Report => ({
  ...sampleReport,
  evaluation: { seconds: 1, ...variants },
  attacks,
});
const say = (value: number, as: string): string => `${value} ${as}`;
const verdict = (variants: Variants, attacks?: Report['attacks']) =>
  verdictOf(report(variants, attacks), say).map(({ key, values }) => ({ key, ...values }));

test('the verdict says what is forgotten, what is kept, and what comes back', () => {
  const sentences = verdict(
    {
      baseline: { answers: value(0.98), neighbour: value(0.96), sayings: value(0.9) },
      unlearned: { answers: value(0.017), neighbour: value(0.94), sayings: value(0.6) },
    },
    { relearning: { items: {}, voices: { unlearned: { answers: value(0.83) } } } },
  );
  expect(sentences.map(({ key }) => key)).toEqual(['answersAndOther', 'sayingsAndRelearning']);
  expect(sentences[0]).toMatchObject({ before: '98 count', after: '2 count', otherAfter: '94 count' });
  expect(sentences[1]).toMatchObject({ sayingsAfter: '0.6 share', relearned: '0.83 share', steps: '20' });
});

test('a few of a hundred are not none, and not quite all are not all', () => {
  const [sentence] = verdict({ baseline: { answers: value(0.997) }, unlearned: { answers: value(0.003) } });
  expect(sentence).toMatchObject({ key: 'answers', before: '99.7 count', after: '0.3 count' });
});

test('without questions, the completions are judged', () => {
  const sentences = verdict({
    baseline: { familiarity: value(4.9) },
    unlearned: { familiarity: value(0.1) },
  });
  expect(sentences).toMatchObject([
    { key: 'familiarity', pointsBefore: '4.9 points', pointsAfter: '0.1 points' },
  ]);
});

test('nothing measured, nothing said', () => {
  expect(verdict({ baseline: { answers: value(1) } })).toEqual([]);
});
