import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RankedSet } from './ranked-set';

test('agrees with a sorted list', () => {
  const change = fc.tuple(fc.nat(40), fc.boolean());
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 41 }), fc.array(change), (length, changes) => {
      const ranked = new RankedSet(length);
      const plain = new Set<number>();
      for (const [position, isIn] of changes.filter(([at]) => at < length)) {
        ranked.set(position, isIn);
        if (isIn) plain.add(position);
        else plain.delete(position);
      }
      const sorted = [...plain].sort((a, b) => a - b);
      expect(ranked.size).toBe(sorted.length);
      for (let k = -1; k <= length; k++) {
        expect(ranked.at(k)).toBe(sorted[k] ?? null);
        expect(ranked.before(k)).toBe(sorted.filter((one) => one < k).length);
        expect(ranked.after(k)).toBe(sorted.find((one) => one > k) ?? sorted[0] ?? null);
      }
    }),
  );
});

test('an empty set has no position', () => {
  const none = new RankedSet(0);
  expect([none.size, none.at(0), none.after(0), none.before(3)]).toEqual([0, null, null, 0]);
});
