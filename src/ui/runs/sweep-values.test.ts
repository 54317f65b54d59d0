import { expect, test } from 'vitest';
import { settingsFor } from '../../methods/settings';
import { sweepable, typedValues } from './sweep-values';

test('numbers may be apart by commas, spaces or Chinese commas, and are taken once', () => {
  expect(typedValues('0, 2.5  8，8', 'alpha')).toEqual({ values: [0, 2.5, 8], wrong: null });
  expect(typedValues(' ', 'alpha')).toEqual({ values: [], wrong: null });
});

test.each([
  ['2, much', 'alpha', 'much'],
  ['2, 21', 'alpha', '21'],
  ['3, 2.5', 'seed', '2.5'],
  ['1e999', 'alpha', '1e999'],
] as const)('of “%s” for %s, %s is refused', (text, name, wrong) => {
  expect(typedValues(text, name)).toEqual({ values: null, wrong });
});

test('only numbers that count in the method can vary, and the seed has its own field', () => {
  expect(sweepable(settingsFor('whp'))).toContain('alpha');
  expect(sweepable(settingsFor('npo'))).toContain('npoBeta');
  expect(sweepable(settingsFor('npo'))).not.toContain('alpha');
  expect(sweepable(settingsFor('npo'))).not.toContain('seed');
});
