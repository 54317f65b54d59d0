import { expect, test } from 'vitest';
import { packEnvelopes, type Segment } from '../../../unlearn/alpha-envelope';
import { microLabels } from '../../../unlearn/micro-labels';
import type { LabelRecord, Labels } from '../../../unlearn/record';
import { turningPosition } from './turning-position';

const [named] = microLabels().blocks;

/** Five tokens; token 3 is a name, and so is token 1. Every position but the last has a label. */
function labels(segments: readonly (readonly Segment[])[], alpha = 8): Labels {
  if (!named) throw new Error('no block');
  const [k, ids] = [2, [2, 1, 2, 3, 4]];
  const record: LabelRecord = {
    ...named,
    ids: Int32Array.from(ids),
    mapping: Int32Array.of(0, 1, 2, 3, -1),
    anchors: [
      { term: 'one', start: 1, length: 1 },
      { term: 'three', start: 3, length: 1 },
    ],
    baseline: {
      ids: Int32Array.from(segments.flatMap((one) => [one[0]?.id ?? 0, one.at(-1)?.id ?? 0])),
      logits: new Float32Array(k * segments.length),
      logSum: new Float32Array(segments.length),
    },
    envelope: packEnvelopes(segments),
  };
  const { origin } = microLabels();
  return {
    origin: { ...origin, settings: { ...origin.settings, alpha } },
    vocabulary: ['s', ' one', ' two', ' three', ' four', ' five'],
    blocks: [record],
  };
}

const always = (id: number): Segment[] => [{ from: 0, id }];
const turning = (id: number, from: number, to: number): Segment[] => [
  { from: 0, id },
  { from, id: to },
];

test('a name that turns into a word that is none comes first, however early it turns', () => {
  // After token 0 the name “one” turns into a name; after token 2 “three” into “five”; after 3 “four” turns, no name.
  const found = turningPosition(labels([turning(1, 7, 3), always(2), turning(3, 2, 5), turning(4, 7, 5)]));
  expect(found?.position).toBe(2);
});

test('of two names the one that turns later is chosen, unless it turns only beyond the α of the run', () => {
  const segments = [turning(1, 3, 5), always(2), turning(3, 6, 5), always(4)];
  expect(turningPosition(labels(segments))?.position).toBe(2);
  expect(turningPosition(labels(segments, 5))?.position).toBe(0);
});

test('there is none if no label leaves the text', () => {
  expect(turningPosition(labels([always(1), always(2), always(3), turning(2, 1, 5)]))).toBeNull();
});
