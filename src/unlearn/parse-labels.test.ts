/** Saved labels are restored bit for bit, fit into 20 MB, and are refused when damaged. */
import { describe, expect, test } from 'vitest';
import { readContainer, writeContainer, type StoredTensor } from '../files/tensor-container';
import { microLabels } from './micro-labels';
import { parseLabels } from './parse-labels';
import type { LabelRecord, Labels } from './record';
import { writeLabels } from './write-labels';

const labels = microLabels();
const bytes = writeLabels(labels);

test('a round trip changes nothing', () => {
  expect(parseLabels(bytes, 'labels')).toEqual(labels);
  expect(writeLabels(parseLabels(bytes, 'labels'))).toEqual(bytes);
});

test('the opening is kept, and is where there is a label', () => {
  const opened = (position: number): Labels => ({ ...labels, opening: { block: 0, position, alpha: 4.5 } });
  expect(parseLabels(writeLabels(opened(1)), 'labels')).toEqual(opened(1));
  expect(() => parseLabels(writeLabels(opened(2)), 'labels')).toThrow('an opening where there is a label');
});

test('large vocabularies keep their ids', () => {
  const [block] = labels.blocks;
  if (!block) throw new Error('no block');
  const large: Labels = {
    ...labels,
    vocabulary: Array.from({ length: 128_256 }, (_, id) => `t${id}`),
    blocks: [{ ...block, ids: block.ids.map((id) => id + 128_000) }],
  };
  expect(parseLabels(writeLabels(large), 'labels')).toEqual(large);
});

test('the labels of a text of 60,000 tokens fit in 20 MB', () => {
  const [block] = labels.blocks;
  if (!block) throw new Error('no block');
  // As many tokens, all of them supervised: more than in any real text.
  const perBlock = block.mapping.filter((j) => j >= 0).length;
  const many = Array.from({ length: Math.ceil(60_000 / perBlock) }, (): LabelRecord => block);
  expect(writeLabels({ ...labels, blocks: many }).length).toBeLessThan(20e6);
});

/** The file with one column changed. */
function changed(name: string, change: (tensor: StoredTensor) => StoredTensor | null): Uint8Array {
  const { metadata, tensors } = readContainer(bytes, 'labels');
  const entries = [...tensors].flatMap(([key, tensor]): [string, StoredTensor][] => {
    const next = key === name ? change(tensor) : tensor;
    return next ? [[key, next]] : [];
  });
  return writeContainer({ metadata, tensors: new Map(entries) });
}

/** The first number of a column changed. */
const first = (name: string, value: number): Uint8Array =>
  changed(name, (tensor) => {
    tensor.data[0] = value;
    return tensor;
  });

const withMetadata = (metadata: Record<string, string>): Uint8Array => {
  const old = readContainer(bytes, 'labels');
  return writeContainer({ ...old, metadata: { ...old.metadata, ...metadata } });
};

const SUPERVISED = labels.blocks[0]?.mapping.findIndex((j) => j >= 0) ?? 0;
const withHuman = (position: number, label: number): Uint8Array =>
  withMetadata({ human: JSON.stringify([[{ position, was: -100, label, by: ['ann'] }]]) });

describe('a damaged file is refused with a reason', () => {
  test.each([
    ['cut off', bytes.slice(0, -3), 'to end within'],
    ['of another kind', withMetadata({ format: 'pt' }), 'the format lethe-labels-1'],
    ['settings missing', withMetadata({ origin: '{}' }), 'settings'],
    ['terms not JSON', withMetadata({ terms: '[' }), 'metadata in JSON'],
    ['a column missing', changed('labels', () => null), 'a column "labels"'],
    [
      'a column of another type',
      changed('labels', ({ shape, data }) => ({ dtype: 'F32', shape, data: Float32Array.from(data) })),
      'U16 or I32 for "labels"',
    ],
    ['an id outside the vocabulary', first('ids', 48), 'numbers from 0 to 47 in "ids"'],
    ['a mapping that falls', first('mapping', 5), 'a mapping that rises'],
    ['a reason at a label', first('reasons', 1), 'a reason where there is no label'],
    ['an envelope that starts late', first('segments.from', 1), 'segments from α = 0 on'],
    ['a logit that is no number', first('generic.logits', Number.NaN), 'finite numbers'],
    ['a term that is not named', first('anchors.term', 2), 'numbers from 0 to 1 in "anchors.term"'],
    ['an anchor past the end', first('anchors.length', 9), 'anchors within 10 tokens'],
    ['fewer blocks than numbers', first('sizes', 9), 'expected'],
    ['a human label past the end', withHuman(10, 1), 'human labels where there is a label, got token 10'],
    ['a human label outside the vocabulary', withHuman(SUPERVISED, 48), 'human labels below 48, got 48'],
    ['a negative human label', withHuman(SUPERVISED, -1), '0.0.label'],
    [
      'more segments than any file has',
      changed('segments', ({ shape, data }) => ({
        dtype: 'I32',
        shape,
        data: new Int32Array(data.length).fill(2 ** 23),
      })),
      'at most 16777216 numbers in "segments.from"',
    ],
  ])('%s', (_, file, reason) => {
    expect(() => parseLabels(file, 'labels.safetensors')).toThrow('labels.safetensors: expected');
    expect(() => parseLabels(file, 'labels.safetensors')).toThrow(reason);
  });
});
