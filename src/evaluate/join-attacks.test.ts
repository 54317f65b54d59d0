import { expect, test } from 'vitest';
import { sampleReport } from './fixtures/report';
import { joinAttacks } from './join-attacks';
import type { Report } from './report';

const attacked: Report = {
  ...sampleReport,
  items: {},
  evaluation: { seconds: 2, unlearned: {} },
  curves: { 'relearning: answers': { gold: [[0, 0]] } },
  attacks: { context: { items: {}, voices: { unlearned: {} } } },
};

test('a report takes over the attacks on the same models', () => {
  const joined = joinAttacks(sampleReport, attacked);
  expect(joined?.attacks).toEqual(attacked.attacks);
  expect(joined?.evaluation.unlearned).toEqual(sampleReport.evaluation.unlearned);
  expect(joined?.evaluation.seconds).toBe(14.5);
  expect(Object.keys(joined?.curves ?? {})).toHaveLength(2);
});

test('but not attacks on other models', () => {
  expect(joinAttacks(sampleReport, { ...attacked, hashes: { model: 'another' } })).toBeNull();
  expect(joinAttacks(sampleReport, { ...attacked, settings: { alpha: 1 } })).toBeNull();
});
