import { expect, test } from 'vitest';
import { saidLabel, saidText } from './said-value';

test.each(['yes', 'Yes', ' YES ', 'true', 'TRUE', 'True', '1', '1.0'])('%j is yes', (text) => {
  expect(saidLabel(['no', 'yes'], text)).toBe('yes');
});

test.each(['no', 'No', 'false', 'FALSE', '0', '0.0'])('%j is no', (text) => {
  expect(saidLabel(['no', 'yes'], text)).toBe('no');
});

test('grades are the same as whole numbers and as decimals', () => {
  const grades = ['-1', '0', '1', '2', '3'];
  expect(['3', '3.0', '3.', '-1.0', '0.0', '+2'].map((text) => saidLabel(grades, text))).toEqual([
    '3',
    '3',
    '3',
    '-1',
    '0',
    '2',
  ]);
  expect(['2.5', '4', 'two', '', 'yes'].map((text) => saidLabel(grades, text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test.each(['', ' ', 'NaN', 'nan', 'None', 'null', 'NA', '<NA>', null, undefined, Number.NaN])(
  '%j is no answer, which is not the answer no',
  (value) => {
    expect(saidText(value)).toBeNull();
  },
);
