import { expect, test } from 'vitest';
import golden from '../fixtures/tiny/names.golden.json';
import type { PieceMarks } from './surfaces';
import { spansOf, type LabelledPiece } from './spans';

const wordPiece: PieceMarks = { isBytes: false, continuing: '##', unknown: '[UNK]' };
const other: PieceMarks = { isBytes: false, continuing: null, unknown: null };

/** Pieces of `text` in order, with their labels. */
function labelled(text: string, pieces: readonly (readonly [string, string])[]): LabelledPiece[] {
  let at = 0;
  return pieces.map(([piece, label]) => {
    const bare = piece.replace(/^##/u, '');
    const start = text.indexOf(bare, at);
    at = start + bare.length;
    return { piece, label, start, end: at, score: 0.5 };
  });
}

test.each(golden.filter(({ isWhole }) => isWhole).map((one) => [one.text, one] as const))(
  'spans are those of Python’s transformers: %s',
  (text, { tokens, pieces, entities }) => {
    const given = tokens.map(({ start, end, label, score }, i) => ({
      piece: pieces[i] ?? '',
      start,
      end,
      label,
      score,
    }));
    const spans = spansOf(text, given, wordPiece);
    expect(spans.map(({ score: _, ...span }) => span)).toEqual(entities.map(({ score: _, ...span }) => span));
    for (const [i, { score }] of spans.entries()) expect(score).toBeCloseTo(entities[i]?.score ?? 0, 5);
  },
);

const textsOf = (text: string, pieces: readonly (readonly [string, string])[], marks = other) =>
  spansOf(text, labelled(text, pieces), marks).map(({ start, end, tag }) => [text.slice(start, end), tag]);

test('a word has the label of its first piece, and Chinese characters are words of their own', () => {
  expect(textsOf('Maelis ran', [['Mae', 'B-PER'], ['lis', 'O'], ['ran', 'O']])).toEqual([['Maelis', 'PER']]); // prettier-ignore
  expect(textsOf('王小明笑', [['王', 'B-PER'], ['小', 'I-PER'], ['明', 'I-PER'], ['笑', 'O']])).toEqual([['王小明', 'PER']]); // prettier-ignore
});

test('B begins a span, E ends one and S is one', () => {
  const text = 'A B C D';
  const of = (...labels: string[]) => textsOf(text, labels.map((label, i) => [text.charAt(2 * i), label] as const)); // prettier-ignore
  expect(of('B-PER', 'B-PER', 'I-PER', 'O')).toEqual([['A', 'PER'], ['B C', 'PER']]); // prettier-ignore
  expect(of('B-PER', 'E-PER', 'E-PER', 'O')).toEqual([['A B', 'PER'], ['C', 'PER']]); // prettier-ignore
  expect(of('S-LOC', 'I-LOC', 'PER', 'PER')).toEqual([['A', 'LOC'], ['B', 'LOC'], ['C D', 'PER']]); // prettier-ignore
});
