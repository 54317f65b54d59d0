/** A run that is copied from the page as a command gives the same run in Node. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySettings } from '../../src/methods/arbitrary-settings';
import { ownTextSettings } from '../../src/methods/presets';
import type { RunSettings } from '../../src/methods/settings';
import type { RunSource } from '../../src/store/run-line';
import { commandOf } from '../../src/ui/runs/command';
import { microRun } from '../../src/ui/runs/micro-runs';
import { rowsOf } from '../../src/ui/runs/run-rows';
import { readOptions } from './options';

const source = { model: 'models/base', world: 'worlds/marrowmere' };

/** As a shell splits a command that needs no quotes. */
function options(command: string | null) {
  expect(command).toMatch(/^npm run unlearn -- [\w./=,+ -]+$/);
  return readOptions((command ?? '').split(' ').slice(4));
}

function commandFor(all: readonly RunSettings[], from: RunSource = source): string | null {
  const runs = all.map((settings, i) => microRun(i + 1, 0, { settings, seed: settings.seed, source: from }));
  const [row] = rowsOf(runs, true);
  if (row?.runs.length !== all.length) throw new Error('expected runs that differ in their seed only');
  return commandOf(row);
}

test('the settings of the command are those of the run, whatever they are', () => {
  fc.assert(
    fc.property(arbitrarySettings, (settings) => {
      const { runs, isTable } = options(commandFor([settings]));
      expect([isTable, runs.map((one) => one.settings)]).toEqual([false, [settings]]);
    }),
    { numRuns: 300 },
  );
});

test('runs that differ in their seed are one command', () => {
  fc.assert(
    fc.property(arbitrarySettings, (settings) => {
      const seeded = [3, 1, 2].map((seed) => ({ ...settings, seed }));
      const { runs, isTable } = options(commandFor(seeded));
      expect([isTable, runs.map((one) => one.settings)]).toEqual([true, seeded]);
    }),
    { numRuns: 50 },
  );
});

test('model and data set are named where they are not the usual ones', () => {
  const [settings] = fc.sample(arbitrarySettings, 1);
  if (!settings) throw new Error('no sample');
  const folders = { model: 'models/gold', world: 'worlds/reversed' };
  expect(options(commandFor([settings], folders)).folders).toEqual(folders);
  expect(options(commandFor([settings])).folders).toEqual(source);
});

test('a text of the user’s and its dictionary are read from files, with the settings for such a text', () => {
  const own = { ...source, isOwnText: true };
  const plain = { ...ownTextSettings('whp'), seed: 1 };
  expect(commandFor([plain], own)).toBe(
    'npm run unlearn -- --text text.txt --dictionary dictionary.json --seed 1 --evaluate core --json run.json',
  );
  fc.assert(
    fc.property(arbitrarySettings, (settings) => {
      const { runs, text, folders } = options(commandFor([settings], own));
      expect(text).toEqual({ path: 'text.txt', dictionary: 'dictionary.json' });
      expect([folders, runs.map((one) => one.settings)]).toEqual([source, [settings]]);
    }),
    { numRuns: 100 },
  );
});

test('a model of the user’s own is named by a word to be replaced, whatever it is called', () => {
  const [settings] = fc.sample(arbitrarySettings, 1);
  if (!settings) throw new Error('no sample');
  const own = { model: 'own/ab12/my model; rm -r.gguf', world: 'lessons/whos-harry-potter' };
  const { folders, runs } = options(commandFor([settings], own));
  expect(folders).toEqual({ ...own, model: 'MODEL' });
  expect(runs.map((one) => one.settings)).toEqual([settings]);
});
