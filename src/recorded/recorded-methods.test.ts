import { expect, test } from 'vitest';
import { microMethods } from './micro-methods';
import { parseRecordedMethods } from './recorded-methods';
import { writeRecordedMethods } from './write-recorded-methods';

const file = (changes: object = {}): unknown =>
  Object.assign({}, JSON.parse(writeRecordedMethods(microMethods)), changes);
const [run] = (file() as { runs: object[] }).runs;

test('a comparison survives a round trip through its file', () => {
  expect(parseRecordedMethods(file(), 'methods.json')).toEqual(microMethods);
});

test('a run whose model broke keeps a perplexity that is not finite as null', () => {
  const broken = { ...microMethods.baseline, perplexity: Infinity };
  const text = writeRecordedMethods({ ...microMethods, baseline: broken });
  expect(parseRecordedMethods(JSON.parse(text), 'x').baseline.perplexity).toBeNull();
});

test.each([
  ['another format', { format: 'x' }, 'format'],
  ['another version', { version: 2 }, 'version'],
  ['no runs', { runs: [] }, 'runs'],
  ['a method that is none', { runs: [{ ...run, method: 'magic' }] }, 'runs.0.method'],
  ['a share above 1', { guessing: 1.5 }, 'guessing'],
  ['a figure that is not known', { baseline: { ...microMethods.baseline, luck: 1 } }, 'baseline.luck'],
  ['a run twice', { runs: [run, run] }, 'each seed of npo once'],
  ['settings out of bounds', { runs: [{ ...run, settings: { alpha: 99 } }] }, 'runs.0.settings'],
])('%s is refused', (_, changes, reason) => {
  expect(() => parseRecordedMethods(file(changes), 'methods.json')).toThrow(reason);
});
