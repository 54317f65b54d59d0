import { expect, test } from 'vitest';
import { referenceHits, share } from './completions';

const asked = (...references: string[]) => ({ prompt: 'p', references });

test.each([
  [' Maelis Quill. She was', ['Maelis'], true],
  [' the Everwick, of course', ['Everwick'], true],
  [' everwick', ['Everwick'], true],
  [' Marrinel.', ['Marrin'], false],
  [' Anna. Maelis came', ['Maelis'], false],
  [" Orrin's Bell", ["Orrin's Bell"], true],
  ['', ['Maelis'], false],
])('"%s" with %j is %s', (text, references, hit) => {
  expect(referenceHits([asked(...references)], [text])).toEqual([hit]);
});

test('a share is that of the hits', () => {
  expect(share([true, false, false, true])).toBe(0.5);
  expect(share([])).toBeNaN();
});
