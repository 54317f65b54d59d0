import { expect, test } from 'vitest';
import { wordsOf } from '../../../review/anchors/words';
import type { AnchorSpan } from '../../../review/tasks/anchors';
import { cursorAt, nextSpan, rangeOf, spanAt, stepped } from './cursor';
import { passagePieces } from './pieces';

const text = 'The captain called Maelis Quill, Nib and Bo.';
const words = wordsOf(text);
const span = (part: string, status: AnchorSpan['status'] = 'drafted'): AnchorSpan => ({
  ...{ start: text.indexOf(part), end: text.indexOf(part) + part.length },
  ...{ kind: 'other', translations: [], status },
});
const spans = [span('captain', 'rejected'), span('Maelis Quill')];
const at = (part: string) => cursorAt(span(part), words) ?? { anchor: 0, head: 0 };
const selected = (cursor: { anchor: number; head: number }): string => {
  const range = rangeOf(cursor, words);
  return range ? text.slice(range.start, range.end) : '';
};

test('the cursor moves word by word and steps over a marked term as one', () => {
  expect(selected(stepped(at('The'), 1, false, words, spans))).toBe('captain');
  expect(selected(stepped(at('called'), 1, false, words, spans))).toBe('Maelis');
  expect(selected(stepped(at('Maelis'), 1, false, words, spans))).toBe('Nib');
  expect(selected(stepped(at('The'), -1, false, words, spans))).toBe('The');
  expect(selected(stepped(at('Bo'), 1, false, words, spans))).toBe('Bo');
});

test('a selection grows and shrinks', () => {
  const two = stepped(at('Nib'), 1, true, words, spans);
  expect(selected(two)).toBe('Nib and');
  expect(selected(stepped(two, -1, true, words, spans))).toBe('Nib');
  expect(selected(stepped(at('Nib'), -1, true, words, spans))).toBe('Quill, Nib');
});

test('spans are found under the cursor and in order', () => {
  expect(spanAt(spans, span('Quill'))).toBe(spans[1]);
  expect(spanAt(spans, span('Bo'))).toBeNull();
  expect(nextSpan(spans, 0, 1)).toBe(spans[1]);
  expect(nextSpan([spans[0] ?? span('Bo')], 40, 1)?.status).toBe('rejected');
  expect(nextSpan([], 0, -1)).toBeNull();
});

test('pieces cover the whole text, each in at most one word and one span', () => {
  const pieces = passagePieces(text, words, spans);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  const marked = pieces.filter((piece) => piece.span === spans[1]);
  expect(marked.map((piece) => piece.text)).toEqual(['Maelis', ' ', 'Quill']);
  expect(marked.map(({ opens, closes }) => [opens, closes])).toEqual([
    [true, false],
    [false, false],
    [false, true],
  ]);
});
