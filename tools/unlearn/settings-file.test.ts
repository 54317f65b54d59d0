import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/methods/settings';
import { changedSettings, readSettingsFile, readSweepFile } from './settings-file';

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

test('an invalid change is named, with its bounds', () => {
  expect(() => changedSettings({ unlearn: { steps: 0 } })).toThrow(
    'Setting "unlearn.steps": expected a whole number from 1 to 100000, got 0',
  );
  expect(() => changedSettings({ alpha: '5' })).toThrow('"alpha": expected a number from 0 to 20, got "5"');
  expect(() => changedSettings({ logitSpace: 'log' })).toThrow('expected one of raw, logprob');
  expect(() => changedSettings({ unlearn: 5 })).toThrow('"unlearn": expected an object with steps, ');
  expect(() => changedSettings({ method: 'dpo' })).toThrow('"method": expected one of whp');
});

test('an unknown name is refused with the one that was probably meant', () => {
  expect(() => changedSettings({ alhpa: 5 })).toThrow('"alhpa": expected a known setting such as "alpha"');
  expect(() => changedSettings({ unlearn: { step: 5 } })).toThrow(
    '"unlearn.step": expected a known setting such as "steps"',
  );
  expect(() => changedSettings({ Seed: 5 })).toThrow('such as "seed"');
  expect(() => changedSettings({ toString: 5 })).toThrow('"toString"');
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lethe-settings-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (content: unknown): string => {
    const path = join(folder, 'mine.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };

  test.each([
    [{ unlearn: { steps: 0 } }, '"unlearn.steps": expected a whole number from 1 to 100000'],
    [{ alhpa: 5 }, '"alhpa": expected a known setting such as "alpha"'],
    ['{"alpha": 5,}', '"the whole file": expected JSON'],
    ['['.repeat(1e6), '100 levels'],
    [[], 'expected an object of settings'],
    ['{"alpha": 5,\n"unlearn": {"steps": 3, "steps": 4}}', '"steps": expected every setting once'],
    ['{"alpha": 5,\n"alpha": 6}', 'another one in line 2'],
    [{ lora: [] }, '"lora": expected an object with rank, loraAlpha, targets, got []'],
  ])('of settings is refused by its name: %j', (content, reason) => {
    const path = file(content);
    expect(() => readSettingsFile(path)).toThrow(`${path}: `);
    expect(() => readSettingsFile(path)).toThrow(reason);
  });

  test.each([
    [[], 'expected >=1'],
    [[{ name: 'x' }], '"0.changes"'],
    [[{ name: 'x', change: {} }], '"0.change": expected a known setting such as "changes"'],
    [[{ name: 'x', changes: {}, seed: 1 }], '"0.seed": expected a known setting such as "name"'],
    [[{ name: 'x', changes: {} }, { name: 'y', changes: { lora: { rang: 4 } } }], '"1.changes.lora.rang": expected a known setting such as "rank"'], // prettier-ignore
  ])('of runs is refused by its name: %j', (content, reason) => {
    const path = file(content);
    expect(() => readSweepFile(path)).toThrow(`${path}: `);
    expect(() => readSweepFile(path)).toThrow(reason);
  });

  test('that does not exist is named', () => {
    expect(() => readSettingsFile(join(folder, 'none.json'))).toThrow(
      'none.json: "the whole file": expected a file',
    );
  });

  test('is read', () => {
    for (const content of [{ alpha: 2 }, '\uFEFF{"alpha": 2}'])
      expect(readSettingsFile(file(content))).toEqual({ alpha: 2 });
  });
});

test('the sweep in this folder is valid', () => {
  const plan = readSweepFile('tools/sweep/plan.json');
  expect(new Set(plan.map(({ name }) => name)).size).toBe(plan.length);
  expect(plan[0]?.settings).toEqual(defaultSettings);
});
