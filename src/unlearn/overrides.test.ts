import { describe, expect, test } from 'vitest';
import { microLabels } from './micro-labels';
import { summarizeOverrides, withOverrides } from './overrides';
import { parseLabels } from './parse-labels';
import { labelsAt, tokenAt } from './record';
import { softLabels } from './soft-labels';
import { writeLabels } from './write-labels';

const labels = microLabels();
const by = ['ann'];

describe('label overrides', () => {
  const decided = withOverrides(labels.blocks, [
    { block: 0, position: 1, label: 47, by },
    { block: 0, position: 3, label: -100, by },
    { block: 0, position: 4, label: null, by },
    { block: 0, position: 2, label: 47, by },
    { block: 9, position: 1, label: 47, by },
  ]);
  const [first, second] = [decided[0], labels.blocks[0]];
  if (!first || !second) throw new Error('expected blocks');

  test('replace, remove and confirm labels, and change nothing else', () => {
    expect([...first.labels].map((id, i) => (id === second.labels[i] ? '=' : id))).toEqual([
      '=',
      47,
      '=',
      -100,
      '=',
      '=',
      '=',
      '=',
      '=',
      '=',
    ]);
    expect(decided[1]).toBe(labels.blocks[1]);
  });

  test('are counted, and keep the computed label', () => {
    expect(summarizeOverrides(decided)).toEqual({ decided: 3, changed: 2 });
    expect(first.human?.[0]).toEqual({ position: 1, was: second.labels[1], label: 47, by });
  });

  test('applied again, start from the computed label', () => {
    const again = withOverrides(decided, [{ block: 0, position: 1, label: null, by }]);
    expect(again[0]?.labels[1]).toBe(second.labels[1]);
    expect(summarizeOverrides(again)).toEqual({ decided: 1, changed: 0 });
  });

  test('hold at every α, are in the record, and are the whole target of soft labels', () => {
    for (const alpha of [0, 2, 9]) expect(labelsAt(first, alpha)[1]).toBe(47);
    const token = tokenAt(first, 1);
    expect(token.kind === 'supervised' && token.human?.by).toEqual(by);
    const soft = softLabels(first);
    const k = soft.labels.length / first.ids.length;
    expect([...soft.labels.slice(k, 2 * k)]).toEqual([47, ...Array<number>(k - 1).fill(-100)]);
    expect([...(soft.shares?.slice(k, 2 * k) ?? [])]).toEqual([1, ...Array<number>(k - 1).fill(0)]);
  });

  test('survive writing and reading a file', () => {
    const read = parseLabels(writeLabels({ ...labels, blocks: decided }), 'labels.safetensors');
    expect(read.blocks).toEqual(decided);
  });
});
