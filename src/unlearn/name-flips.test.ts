import { expect, test } from 'vitest';
import { defaultSettings } from '../methods/settings';
import { packEnvelopes, type Segment } from './alpha-envelope';
import { clearestFlip, openingOf, recordOfOpening } from './name-flips';
import type { LabelRecord, Labels } from './record';

const vocabulary = ['<s>', ' said', ' Bea', ' Cab', ' Lucy', ' it', 'B', 'ea'];
const none = { ids: new Int32Array(), logits: new Float32Array(), logSum: new Float32Array() };

/** A block "<s> said NAME", whose label after "said" has these segments. */
function block(name: number, segments: Segment[], term = 'Bea'): LabelRecord {
  return {
    ids: Int32Array.of(0, 1, name),
    labels: Int32Array.of(1, 5, -100),
    translated: Int32Array.of(0, 1, 4),
    mapping: Int32Array.of(0, 1, -1),
    reasons: [null, null, 'end'],
    anchors: [{ term, start: 2, length: 1 }],
    sentences: [],
    forbidden: [],
    baseline: none,
    reinforced: none,
    generic: none,
    envelope: packEnvelopes([[{ from: 0, id: 1 }], segments]),
  };
}

const labelsOf = (blocks: readonly LabelRecord[]): Labels => ({
  origin: {
    variant: 'paper',
    settings: { ...defaultSettings, alpha: 8 },
    hashes: { model: '', world: '' },
  },
  vocabulary,
  blocks,
});
const flipOf = (...blocks: LabelRecord[]) => clearestFlip(labelsOf(blocks));
const turning = (from: number, id: number): Segment[] => [
  { from: 0, id: 2 },
  { from, id },
];

test('a name that turns into another word is found, with its α', () => {
  expect(flipOf(block(2, turning(4.5, 4)))).toEqual({ block: 0, position: 1, alpha: 4.5 });
});

test.each<[string, LabelRecord[]]>([
  ['a label that never changes', [block(2, [{ from: 0, id: 2 }])]],
  [
    'a label that is not the name at α = 0',
    [
      block(2, [
        { from: 0, id: 5 },
        { from: 3, id: 4 },
      ]),
    ],
  ],
  ['another name of the text', [block(2, turning(4, 3)), block(3, [{ from: 0, id: 3 }], 'Cab')]],
  ['a change that lies beyond every α', [block(2, turning(25, 4))]],
])('%s is none', (_, blocks) => {
  expect(flipOf(...blocks)).toBeNull();
});

test('the clearest one wins: one change to a whole word, near half of the α of the labels', () => {
  const three: Segment[] = [...turning(4, 4), { from: 6, id: 5 }];
  const blocks = [
    block(2, turning(0.5, 4)),
    block(2, turning(4, 5)), // not capitalised
    block(2, three),
    block(2, turning(12, 4)), // beyond the α of the labels
    block(2, turning(3, 4)),
  ];
  expect(flipOf(...blocks)).toMatchObject({ block: 4, alpha: 3 });
  expect(flipOf(...blocks.slice(1, 4))).not.toBeNull();
});

test('labels that have an opening keep it', () => {
  const opening = { block: 0, position: 0, alpha: 1 };
  const labels = labelsOf([block(2, turning(4, 4))]);
  expect(openingOf({ ...labels, opening })).toBe(opening);
  expect(openingOf(labels)).toMatchObject({ position: 1 });
});

test('the record of the opening is that of its block, and there is none without a flip', () => {
  const [still, flips] = [block(2, [{ from: 0, id: 2 }]), block(2, turning(4.5, 4))];
  expect(recordOfOpening(labelsOf([still, flips]))).toEqual({ record: flips, position: 1 });
  expect(recordOfOpening(labelsOf([still]))).toBeNull();
});
