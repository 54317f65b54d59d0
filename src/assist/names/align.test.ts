import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from '../fixtures/tiny/names.golden.json';
import { placesOf } from './align';
import type { PieceMarks } from './surfaces';

const wordPiece: PieceMarks = { isBytes: false, continuing: '##', unknown: '[UNK]' };
const sentencePiece: PieceMarks = { isBytes: false, continuing: null, unknown: '<unk>' };
const byteLevel: PieceMarks = { isBytes: true, continuing: null, unknown: null };

/** What each piece covers. */
const covered = (text: string, pieces: readonly string[], marks: PieceMarks) =>
  placesOf(text, pieces, marks).map((place) => place && text.slice(place.start, place.end));

test.each(golden.map(({ text, pieces, offsets }) => [text, pieces, offsets] as const))(
  'pieces are where Python’s tokenizer has them: %s',
  (text, pieces, offsets) => {
    expect(placesOf(text, pieces, wordPiece).map((place) => place && [place.start, place.end])).toEqual(
      offsets,
    );
  },
);

test('case, accents and width that a tokenizer removed do not move its pieces', () => {
  expect(covered('Ｈａｒｒｙ\r\nMÜLLER', ['har', '##ry', 'mu', '##ller'], wordPiece)).toEqual([
    ...['Ｈａｒ', 'ｒｙ', 'MÜ', 'LLER'],
  ]);
});

test('a combining mark stays with its letter', () => {
  const text = 'Jose\u0301 Zoe\u0308';
  expect(covered(text, ['▁Jose', '▁Zoe'], sentencePiece)).toEqual(['Jose\u0301', 'Zoe\u0308']);
});

test('the pieces of an emoji all cover the whole of it', () => {
  // the four bytes of 😀 in two pieces
  expect(covered('a😀b', ['a', 'ðŁ', 'ĺĢ', 'b'], byteLevel)).toEqual(['a', '😀', '😀', 'b']);
  expect(covered('去 京', ['åİ', '»', 'Ġ', 'äº¬'], byteLevel)).toEqual(['去', '去', null, '京']);
});

test('an unknown word is what is between known ones', () => {
  expect(covered('Ask 🦊🦊 now, 🦊!', ['Ask', '[UNK]', 'now', ',', '[UNK]', '!'], wordPiece)).toEqual([
    ...['Ask', '🦊🦊', 'now', ',', '🦊', '!'],
  ]);
  // “a” is not the one within the unknown word
  expect(covered('🦊a a', ['[UNK]', 'a'], wordPiece)).toEqual(['🦊a', 'a']);
  expect(covered('🦊 🦉 x', ['[UNK]', '[UNK]', 'x'], wordPiece)).toEqual(['🦊', '🦉', 'x']);
  expect(covered('a🦊b', ['▁a', '<unk>', 'b'], sentencePiece)).toEqual(['a', '🦊', 'b']);
});

test('what is not in the text has no place, and what follows keeps its own', () => {
  expect(covered('one two', ['one', '</s>x', 'two'], sentencePiece)).toEqual(['one', null, 'two']);
});

test('pieces cut anywhere cover the text, whatever it is', () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Harry', '王小明', '👩‍👩‍👧', ' ', '\r\n', 'e\u0301', 'ﬁ', '한국'),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(texts, fc.array(fc.nat(3), { minLength: 1 }), (parts, cuts) => {
      const text = parts.join('');
      const pieces: string[] = [];
      const characters = Array.from(text);
      for (let i = 0; i < characters.length;) {
        const length = (cuts[pieces.length % cuts.length] ?? 0) + 1;
        pieces.push(characters.slice(i, i + length).join(''));
        i += length;
      }
      let end = 0;
      const found = placesOf(text, pieces, { isBytes: false, continuing: null, unknown: null });
      for (const [i, place] of found.entries()) {
        if (!place) continue;
        expect(place.start).toBeGreaterThanOrEqual(end);
        expect(place.end).toBeGreaterThan(place.start);
        const bare = (one: string): string =>
          one.normalize('NFKD').replace(/[\p{White_Space}\p{Mn}\p{Cf}\p{Cc}]/gu, '');
        expect(bare(text.slice(place.start, place.end))).toBe(bare(pieces[i] ?? ''));
        end = place.end;
      }
    }),
  );
});
