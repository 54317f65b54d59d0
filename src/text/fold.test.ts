import { describe, expect, test } from 'vitest';
import { fold } from './fold';

describe('reads alike', () => {
  test.each([
    ['decomposed characters', 'Zoe\u0308', 'Zoë'],
    ['a mark after a joiner', 'Zoe\u200D\u0308', 'Zoë'],
    ['Hangul letters', '\u1112\u1161\u11AB', '한'],
    ['kana with a separate sound mark', 'か\u3099', 'が'],
    ['apostrophes', 'O’Hara OʼHara O`Hara O＇Hara', "O'Hara O'Hara O'Hara O'Hara"],
    ['quotes', '“Bea” „Bea“ «Bea»', '"Bea" "Bea" "Bea"'],
    ['dashes and hyphens', 'Jean‑Luc Jean–Luc Jean−Luc', 'Jean-Luc Jean-Luc Jean-Luc'],
    ['spaces', 'Bea\u00A0Lorn Bea\u2009\tLorn Bea\u3000Lorn', 'Bea Lorn Bea Lorn Bea Lorn'],
    ['characters of no width', '\uFEFFBe\u200Ba\u2060', 'Bea'],
    ['a soft hyphen, also at the end of a line', 'Har\u00ADriet Har\u00AD\nriet', 'Harriet Harriet'],
    ['a wrapped line', 'Bea\r\n    Lorn', 'Bea Lorn'],
    ['a line wrapped at a hyphen', 'Jean-\n  Luc', 'Jean-Luc'],
    ['a line wrapped between Chinese characters', '马\n力', '马力'],
    ['ligatures and full-width letters', 'ﬁsh ＢＥＡ', 'fish BEA'],
  ])('%s', (_, text, folded) => {
    expect(fold(text).text).toBe(folded);
  });
});

describe('stays different', () => {
  test.each([
    ['capitals', 'Bea', 'bea'],
    ['an empty line', 'Bea\n\nLorn', 'Bea Lorn'],
    ['a space', '马 力', '马力'],
    ['accents', 'Zoë', 'Zoe'],
    ['superscripts', 'x²', 'x2'],
  ])('%s', (_, one, other) => {
    expect(fold(one).text).not.toBe(fold(other).text);
  });
});

test('ranges lead back to the original', () => {
  const text = '\uFEFFthe  Zoe\u0308\u2019s ﬁsh';
  const { text: folded, original } = fold(text);
  const at = (part: string) => {
    const start = folded.indexOf(part);
    const range = original(start, start + part.length);
    return range && text.slice(range.start, range.end);
  };
  expect(at('Zoë')).toBe('Zoe\u0308');
  expect(at("Zoë's")).toBe('Zoe\u0308\u2019s');
  expect(at('fish')).toBe('ﬁsh');
  expect(at('ish')).toBeNull();
  expect(original(2, 2)).toBeNull();
});
