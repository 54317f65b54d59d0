/** Aggregation and agreement against crowd-kit and krippendorff (tools/golden/review.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { v } from '../../base/schema';
import { alphaNominal, alphaOrdinal } from './alpha';
import { dawidSkene, oneCoinDawidSkene } from './dawid-skene';
import { majority } from './majority';
import type { Aggregated } from './vote';

const numbers = v.record(v.string(), v.number());
const beliefs = v.record(v.string(), v.array(v.number()));
const schema = v.array(
  v.object({
    scale: v.array(v.string()),
    votes: v.array(v.string()),
    golden: v.record(v.string(), v.string()),
    labels: v.array(v.string()),
    majority: v.object({ winners: v.record(v.string(), v.string()), beliefs, skills: numbers }),
    dawidSkene: v.object({ beliefs }),
    pinned: v.object({ beliefs }),
    oneCoin: v.object({ beliefs, skills: numbers }),
    nominal: v.number(),
    ordinal: v.number(),
  }),
);
const file = new URL('fixtures/tables.json', import.meta.url);
const tables = v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))).map((table, i) => ({
  ...table,
  name: `table ${i}`,
  golden: new Map(Object.entries(table.golden)),
  votes: table.votes.map((vote) => {
    const [task = '', worker = '', label = ''] = vote.split(' ');
    return { task, worker, label };
  }),
}));

const TOLERANCE = 1e-6;

function expectNumbers(got: ReadonlyMap<string, number>, expected: Record<string, number>): void {
  expect([...got.keys()].sort()).toEqual(Object.keys(expected).sort());
  for (const [key, x] of got) expect(Math.abs(x - (expected[key] ?? NaN))).toBeLessThan(TOLERANCE);
}

function expectBeliefs({ probabilities }: Aggregated, expected: Record<string, number[]>): void {
  expect([...probabilities.keys()].sort()).toEqual(Object.keys(expected).sort());
  for (const [task, row] of probabilities) {
    row.forEach((p, k) => {
      expect(Math.abs(p - (expected[task]?.[k] ?? NaN))).toBeLessThan(TOLERANCE);
    });
  }
}

test('there are fifty tables', () => {
  expect(tables).toHaveLength(50);
});

describe.each(tables)('$name', ({ votes, golden, labels, scale, ...expected }) => {
  test('majority vote, its ties and its skills equal crowd-kit', () => {
    const got = majority(votes);
    expect(got.labels).toEqual(labels);
    expect(Object.fromEntries(got.winners)).toEqual(expected.majority.winners);
    expectBeliefs(got, expected.majority.beliefs);
    expectNumbers(got.skills, expected.majority.skills);
  });

  test('Dawid–Skene equals crowd-kit, with and without golden answers', () => {
    expectBeliefs(dawidSkene(votes), expected.dawidSkene.beliefs);
    expectBeliefs(dawidSkene(votes, golden), expected.pinned.beliefs);
  });

  test('one-coin Dawid–Skene equals crowd-kit', () => {
    const got = oneCoinDawidSkene(votes);
    expectBeliefs(got, expected.oneCoin.beliefs);
    expectNumbers(got.skills, expected.oneCoin.skills);
  });

  test('alpha equals crowd-kit (nominal) and krippendorff (ordinal)', () => {
    expect(Math.abs((alphaNominal(votes) ?? NaN) - expected.nominal)).toBeLessThan(TOLERANCE);
    expect(Math.abs((alphaOrdinal(votes, scale) ?? NaN) - expected.ordinal)).toBeLessThan(TOLERANCE);
  });
});
