/** The envelope against trying every token at every α. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prng } from '../base/prng';
import { alphaEnvelope, labelAt, packEnvelopes, segmentsOf, type Segment } from './alpha-envelope';

/** The label by the formula: lowest id among the largest. */
function plainLabel(baseline: Float32Array, reinforced: Float32Array, alpha: number): number {
  const generic = [...baseline].map((g, id) => g - alpha * Math.max((reinforced[id] ?? 0) - g, 0));
  return generic.indexOf(Math.max(...generic));
}

const at = (segments: readonly Segment[], alpha: number): number =>
  labelAt(packEnvelopes([segments]), 0, alpha);

const row = (...logits: number[]) => Float32Array.from(logits);

test('a name that the reinforced model raised gives way to the next token as α grows', () => {
  // 5 − α · 3 meets 4 − α · 0.5 at α = 0.4, and that meets 2 at α = 4.
  const segments = alphaEnvelope(row(5, 4, 2), row(8, 4.5, 1));
  expect(segments).toEqual([
    { from: 0, id: 0 },
    { from: 0.4, id: 1 },
    { from: 4, id: 2 },
  ]);
  expect([0, 0.39, 0.41, 5].map((alpha) => at(segments, alpha))).toEqual([0, 0, 1, 2]);
});

test('a token that the reinforced model did not raise stays the label', () => {
  expect(alphaEnvelope(row(3, 1, 2), row(3, 9, 1))).toEqual([{ from: 0, id: 0 }]);
});

describe('where lines meet, the lowest id is the label', () => {
  test('at α = 0, and from there on the one that falls more slowly', () => {
    const segments = alphaEnvelope(row(1, 1, 0), row(2, 1, 0));
    expect([0, 1e-9, 7].map((alpha) => at(segments, alpha))).toEqual([0, 1, 1]);
  });

  test('at a crossing the lower id is the label', () => {
    const segments = alphaEnvelope(row(2, 4), row(2, 5));
    expect([1.9, 2, 2.1].map((alpha) => at(segments, alpha))).toEqual([1, 0, 0]);
  });

  test('a line that only touches the envelope is the label at that α alone', () => {
    // All three are 2 at α = 1: 3 − α, 4 − 2α and 2.
    const segments = alphaEnvelope(row(3, 4, 2), row(4, 6, 2));
    expect([0.5, 1, 1.5].map((alpha) => at(segments, alpha))).toEqual([1, 0, 2]);
  });
});

test('equals trying every token: whole numbers, with all their ties', () => {
  const small = fc.integer({ min: 0, max: 6 });
  const rows = fc.array(fc.tuple(small, small), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, (pairs) => {
      const [baseline, reinforced] = [row(...pairs.map(([g]) => g)), row(...pairs.map(([, r]) => r))];
      const segments = alphaEnvelope(baseline, reinforced);
      for (const alpha of [0, 0.25, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 10])
        expect(at(segments, alpha)).toBe(plainLabel(baseline, reinforced, alpha));
    }),
    { numRuns: 2000 },
  );
});

test('equals trying every token: random rows, at every α between and beside the ends', () => {
  const random = prng(1);
  const draw = () => Float32Array.from({ length: 200 }, () => 3 * random.normal());
  for (let i = 0; i < 100; i++) {
    const [baseline, reinforced] = [draw(), draw()];
    const segments = alphaEnvelope(baseline, reinforced);
    const ends = segments.map(({ from }) => from);
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    const alphas = [...ends.flatMap((end) => [end * (1 - 1e-9), end * (1 + 1e-9)]), 0, 0.5, 2.5, 5, 10, 100];
    for (const alpha of alphas) expect(at(segments, alpha)).toBe(plainLabel(baseline, reinforced, alpha));
  }
});

test('segments of several positions are stored one after another', () => {
  const positions = [alphaEnvelope(row(5, 4), row(8, 4)), alphaEnvelope(row(0, 1), row(0, 0))];
  const packed = packEnvelopes(positions);
  expect(positions.map((_, i) => segmentsOf(packed, i))).toEqual(positions);
  expect([labelAt(packed, 0, 10), labelAt(packed, 1, 10)]).toEqual([1, 1]);
});
