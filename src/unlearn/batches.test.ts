import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { IGNORED } from '../model/train-batch';
import { batches, withTrueLabels } from './batches';

const block = (...ids: number[]) => withTrueLabels(Int32Array.from(ids));
const forget = [block(1, 2), block(3, 4), block(5, 6)];
const retain = [block(100, 101), block(102, 103)];
const shape = { batch: 4, length: 3, retainShare: 0.5 };

function firstColumns(seed: number, count: number, kept = retain): number[][] {
  const source = batches(forget, kept, shape, prng(seed));
  return Array.from({ length: count }, () => {
    const { ids } = source.next().value;
    return [0, 1, 2, 3].map((row) => ids[row * 3] ?? -1);
  });
}

test('true labels are the next tokens; the last token has none', () => {
  expect([...block(7, 8, 9).labels]).toEqual([8, 9, IGNORED]);
});

test('half of each batch is retain text if the share is a half', () => {
  for (const rows of firstColumns(1, 5))
    expect(rows.map((id) => id >= 100)).toEqual([false, false, true, true]);
});

test('every block is used once before any is used twice', () => {
  const seen = firstColumns(1, 3).flatMap((rows) => rows.slice(0, 2));
  expect([...seen.slice(0, 3)].sort()).toEqual([1, 3, 5]);
  expect([...seen.slice(3, 6)].sort()).toEqual([1, 3, 5]);
});

test('each row is marked as a forget row or a retain row', () => {
  const { ids, rowKinds } = batches(forget, retain, shape, prng(1)).next().value;
  expect(rowKinds).toEqual(['forget', 'forget', 'retain', 'retain']);
  expect(rowKinds?.map((kind) => kind === 'retain')).toEqual(
    [0, 1, 2, 3].map((row) => (ids[row * 3] ?? 0) >= 100),
  );
});

test('without a retain set, all rows are from the forget set', () => {
  expect(
    firstColumns(1, 1, [])
      .flat()
      .every((id) => id < 100),
  ).toBe(true);
  const { rowKinds } = batches(forget, [], shape, prng(1)).next().value;
  expect(new Set(rowKinds)).toEqual(new Set(['forget']));
});

test('the order depends on the seed', () => {
  expect(firstColumns(1, 9)).toEqual(firstColumns(1, 9));
  expect(firstColumns(1, 9)).not.toEqual(firstColumns(2, 9));
});

test('soft labels and true labels fit into one batch', () => {
  const soft = {
    ids: Int32Array.of(1, 2),
    labels: Int32Array.of(5, 6, IGNORED, IGNORED),
    shares: Float32Array.of(0.75, 0.25, 0, 0),
  };
  const mixed = { ...shape, batch: 2, length: 2, targets: 2 };
  const { labels, shares } = batches([soft], [block(7, 8)], mixed, prng(1)).next().value;
  expect([...labels]).toEqual([5, 6, IGNORED, IGNORED, 8, IGNORED, IGNORED, IGNORED]);
  expect([...(shares ?? [])].slice(0, 5)).toEqual([0.75, 0.25, 0, 0, 1]);
});

test('padding has no labels', () => {
  const { labels } = batches(forget, retain, shape, prng(1)).next().value;
  expect([0, 1, 2, 3].every((row) => labels[row * 3 + 2] === IGNORED)).toBe(true);
});

test('reference log-probabilities stay with their labels', () => {
  const referred = (value: number) => ({
    ...block(7, 8),
    referenceLogProbs: Float32Array.of(value, value - 0.5),
  });
  const mixed = { ...shape, batch: 2, targets: 2 };
  const { referenceLogProbs } = batches([referred(-1)], retain, mixed, prng(1)).next().value;
  expect([...(referenceLogProbs ?? [])]).toEqual([-1, 0, -1.5, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(batches(forget, retain, shape, prng(1)).next().value).not.toHaveProperty('referenceLogProbs');
  expect(() => batches([referred(-1), ...forget], retain, shape, prng(1)).next()).toThrow(
    'all 4 blocks or of none, got 1',
  );
});
