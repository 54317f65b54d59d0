/** Which labels go along with a run, and what they say about themselves. */
import { expect, test } from 'vitest';
import { v } from '../base/schema';
import { exportedSource } from '../exchange/read-exported';
import { diskSource } from '../files/disk-source';
import { defaultSettings, settingsFor } from '../methods/settings';
import { microLabels } from '../unlearn/micro-labels';
import { withHumanLabels } from '../unlearn/overrides';
import { hashOf, loadDataset } from './dataset';
import { exportedLabels, labelDifferences } from './exported-labels';

const dataset = await loadDataset(diskSource('public'), 'worlds/marrowmere');
const micro = microLabels();
const { origin } = micro;
const { settings } = origin;
const labels = { ...micro, origin: { ...origin, hashes: { ...origin.hashes, world: hashOf(dataset) } } };

test.each([
  ['the run itself', settings, []],
  ['another training on the labels', { ...settings, unlearn: { ...settings.unlearn, steps: 3 } }, []],
  ['another plan', { ...settings, plan: 'layered' as const }, []],
  ['another α', { ...settings, alpha: 1, seed: 2 }, ['seed', 'alpha']],
  [
    'another reinforced model',
    { ...settings, reinforce: { ...settings.reinforce, steps: 3 } },
    ['reinforce'],
  ],
  ['a model that reads first', { ...settings, readFirst: true }, ['read', 'readFirst']],
] as const)('what differs from %s', (_, other, differences) => {
  const read = {
    ...labels,
    origin: { ...labels.origin, settings: { ...settings, read: defaultSettings.read } },
  };
  const found = labelDifferences(read, { ...other, read: { ...defaultSettings.read, steps: 9 } }, dataset);
  expect(found.sort()).toEqual([...differences].sort());
});

test('labels of another method, of other texts, or of some blocks are not those of the run', () => {
  expect(labelDifferences(labels, settingsFor('npo'), dataset)).toContain('method');
  expect(labelDifferences(micro, settings, dataset)).toEqual(['texts']);
  const some = { ...labels, opening: { block: 0, position: 0, alpha: 1 } };
  expect(labelDifferences(some, settings, dataset)).toEqual(['blocks']);
});

test('rows with what is trained on, and marks where a reviewer decided', async () => {
  const reviewed = withHumanLabels(labels, [
    { block: 0, position: 3, label: 7, by: ['ann'] },
    { block: 0, position: 4, label: null, by: ['ann'] },
  ]);
  const run = { ...settings, alpha: 3, softLabels: true };
  const source = exportedSource(exportedLabels(reviewed, run));
  const textOf = async (path: string): Promise<string> => new TextDecoder().decode(await source.read(path));
  const numbers = v.array(v.number());
  const row = v.object({
    labels: numbers,
    targets: v.array(numbers),
    weights: v.array(numbers),
    human: numbers,
  });
  const [first, ...others] = (await textOf('labels/dataset.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => v.parse(row, JSON.parse(line)));
  expect(others).toHaveLength(labels.blocks.length - 1);
  expect(first?.labels[4]).toBe(7);
  expect(first?.human).toEqual([0, 0, 0, 0, 1, 2, 0, 0, 0, 0]);
  expect(first?.targets[3]).toEqual([7, ...Array.from({ length: 9 }, () => -100)]);
  expect(first?.targets[0]).toEqual([...(labels.blocks[0]?.generic.ids.subarray(0, 10) ?? [])]);
  expect(first?.weights[0]?.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(run.whp.unchangedWeight, 5);
  const { settings: behind } = JSON.parse(await textOf('labels/origin.json')) as { settings: object };
  expect(behind).toMatchObject({ alpha: 5, seed: settings.seed, softLabels: true, whp: run.whp });
  expect(behind).not.toHaveProperty('unlearn');
});
