import { expect, test } from 'vitest';
import { codePointsBefore } from './code-points';

test.each(['', 'a cat', '😀 a 😀😀 b', '\uD83D alone'])('as many as the characters of %j before', (text) => {
  const before = codePointsBefore(text);
  const characters = Array.from(text);
  let unit = 0;
  for (const [count, character] of characters.entries()) {
    expect(before(unit)).toBe(count);
    unit += character.length;
  }
  expect(before(text.length)).toBe(characters.length);
});
