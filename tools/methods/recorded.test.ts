import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFor } from '../../src/methods/settings';
import { parseRecordedMethods } from '../../src/recorded/recorded-methods';
import { writeRecordedMethods } from '../../src/recorded/write-recorded-methods';
import { recordedMethods } from './recorded';
import { Records } from './records';
import { usedSettings } from './run';

const figures = { saga: 0.1, sayings: 0.5, neighbour: 0.9, ability: 0.95, perplexity: 2.1 };
const settings = { ...settingsFor('npo'), seed: 3 };

test('what the comparison measured is what the page reads, with the settings that were compared', () => {
  const records = new Records(join(mkdtempSync(join(tmpdir(), 'methods-')), 'results.jsonl'));
  expect(() => recordedMethods(records)).toThrow('--compare');
  records.add({ what: 'baseline', phase: 'test', guessing: 0.3, figures: { ...figures, saga: 1 } });
  const run = { what: 'run', phase: 'test', method: 'npo', settings: usedSettings(settings), tokens: 9, seconds: 2 } as const; // prettier-ignore
  records.add({ ...run, figures });
  records.add({ ...run, phase: 'tuning', figures: null });
  const file: unknown = JSON.parse(writeRecordedMethods(recordedMethods(records)));
  expect(parseRecordedMethods(file, 'methods.json')).toMatchObject({
    guessing: 0.3,
    baseline: { answers: 1 },
    runs: [{ method: 'npo', seed: 3, trials: 12, figures: { answers: 0.1, general: 0.95 } }],
  });
  expect(parseRecordedMethods(file, 'methods.json').runs[0]?.settings.npo).toEqual(settings.npo);
});
