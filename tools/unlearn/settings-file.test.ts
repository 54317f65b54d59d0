import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/methods/settings';
import { changedSettings, parseSweep } from './settings-file';

test('a change leaves other settings unchanged, one level deep', () => {
  expect(changedSettings({})).toEqual(defaultSettings);
  const { unlearn, lora, alpha } = changedSettings({
    alpha: 2,
    unlearn: { steps: 7 },
    lora: { targets: ['q_proj'] },
  });
  expect(alpha).toBe(2);
  expect(unlearn).toEqual({ ...defaultSettings.unlearn, steps: 7 });
  expect(lora).toEqual({ ...defaultSettings.lora, targets: ['q_proj'] });
});

test('an invalid change is named', () => {
  expect(() => changedSettings({ unlearn: { steps: 0 } })).toThrow('unlearn.steps');
  expect(() => parseSweep([])).toThrow();
  expect(() => parseSweep([{ name: 'x' }])).toThrow();
});

test('the sweep in this folder is valid', () => {
  const plan = parseSweep(JSON.parse(readFileSync('tools/sweep/plan.json', 'utf8')));
  expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length);
  expect(plan[0]?.settings).toEqual(defaultSettings);
});
