import { expect, test } from 'vitest';
import { paragraphsOf } from './paragraphs';

test('lines that a long line wraps into belong to one paragraph, short ones do not', () => {
  const long = 'The lamp was lit by the girl at the end of the pier, ';
  expect(paragraphsOf(`A heading\n${long}  \n  and it was late.`)).toEqual([
    'A heading',
    `${long}  \n  and it was late.`,
  ]);
});

test('a long line of spaces is read in the time that its length takes', () => {
  expect(paragraphsOf(`a${' '.repeat(300_000)}b`)).toHaveLength(1);
});
