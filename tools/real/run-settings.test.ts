import { expect, test } from 'vitest';
import { sizedPreset } from '../../src/methods/preset-by-size';
import { settingsOf } from './run-settings';

const SMALL = { parameters: 4_414_208, words: 400 };
const REAL = { parameters: 134_515_008, words: 400 };

test('what a settings file does not name is as the preset for the size of the model has it', () => {
  const changes = { unlearn: { steps: 7 } };
  for (const [preset, size] of [
    ['default', SMALL],
    ['default', REAL],
    ['paper', REAL],
  ] as const) {
    const start = sizedPreset(preset, size);
    const want = { ...start, unlearn: { ...start.unlearn, steps: 7 } };
    expect(settingsOf({ preset, changes }, size)).toEqual(want);
  }
  expect(() => settingsOf({ preset: 'default', changes: { alpha: -1 } }, REAL)).toThrow('alpha');
});
