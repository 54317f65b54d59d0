import { expect, test } from 'vitest';
import { settingsFor } from '../../src/methods/settings';
import { comparedSettings } from './best';
import { Records } from './records';

test('the defaults of every method are those of its best trial', () => {
  const best = comparedSettings(new Records('tools/methods/results.jsonl'));
  for (const [method, settings] of best) expect(settingsFor(method), method).toEqual(settings);
});
