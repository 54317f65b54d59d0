import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halvesOf, portionsOf } from './portions';

test('a text is cut between paragraphs, after sentences, or between words', () => {
  const texts = (text: string, longest: number) => portionsOf(0, text, longest).map((one) => one.text);
  expect(texts('One two. Three.\n\nFour five.', 20)).toEqual(['One two. Three.\n\n', 'Four five.']);
  expect(texts('One two. Three four. Five', 22)).toEqual(['One two. Three four. ', 'Five']);
  expect(texts('one two three four', 10)).toEqual(['one two ', 'three four']);
  expect(texts('米拉点亮了灯。远堡的人都睡了。', 9)).toEqual(['米拉点亮了灯。', '远堡的人都睡了。']);
  expect(texts('🏮🏮🏮', 3)).toEqual(['🏮', '🏮', '🏮']);
});

test('portions are short enough, and together they are the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '.', '\n\n', '🏮') }),
      fc.integer({ min: 2, max: 30 }),
      (text, longest) => {
        const portions = portionsOf(3, text, longest);
        for (const one of portions) {
          expect(one.text.length).toBeLessThanOrEqual(longest);
          expect(text.slice(one.start, one.start + one.text.length)).toBe(one.text);
        }
        expect(
          portions
            .map((one) => one.text)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(text.replace(/\s/gu, ''));
      },
    ),
  );
});

test('halves keep their offsets; a short portion has none', () => {
  const text = 'One two three. '.repeat(40);
  const halves = halvesOf({ passage: 2, start: 100, text }) ?? [];
  expect(halves.length).toBeGreaterThan(1);
  for (const { passage, start, text: half } of halves)
    expect([passage, text.slice(start - 100, start - 100 + half.length)]).toEqual([2, half]);
  expect(halvesOf({ passage: 0, start: 0, text: 'short' })).toBeNull();
});
