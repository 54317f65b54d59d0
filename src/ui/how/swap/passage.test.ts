import { expect, test } from 'vitest';
import { namesIn, passageWithNames } from './passage';

const vocabulary = ['\n', 'Then', ' Ann', ' Lee', ' met', ' Bea', '.', ' Jon', ' Eve', '<s>', ' the', ' Sea'];

test('the passage with most names is chosen, and each name has its translation', () => {
  // \n Then Ann Lee met Bea . \n → \n Then Jon met Eve . \n
  const block = {
    ids: Int32Array.of(1, 6, 0, 1, 2, 3, 4, 5, 6, 0, 1),
    translated: Int32Array.of(1, 6, 0, 1, 7, 4, 8, 6, 0, 1),
    mapping: Int32Array.of(0, 1, 2, 3, -1, 4, 5, 6, 7, 8, -1),
    anchors: [
      { term: 'Ann Lee', start: 4, length: 2 },
      { term: 'Bea', start: 7, length: 1 },
    ],
  };
  const pieces = passageWithNames({ vocabulary, blocks: [block] });
  expect(pieces).toEqual([
    'Then ',
    { original: 'Ann Lee', translation: 'Jon' },
    ' met ',
    { original: 'Bea', translation: 'Eve' },
    '.',
  ]);
  expect(namesIn(pieces)).toBe(2);
});

test('a translation longer than its name keeps what follows in place', () => {
  // . \n Bea met Bea . \n . → . \n the Sea met the Sea . \n .
  const block = {
    ids: Int32Array.of(6, 0, 5, 4, 5, 6, 0, 6),
    translated: Int32Array.of(6, 0, 10, 11, 4, 10, 11, 6, 0, 6),
    mapping: Int32Array.of(0, 1, 3, -1, 6, 7, 8, -1),
    anchors: [
      { term: 'Bea', start: 2, length: 1 },
      { term: 'Bea', start: 4, length: 1 },
    ],
  };
  const sea = { original: 'Bea', translation: 'the Sea' };
  expect(passageWithNames({ vocabulary, blocks: [block] })).toEqual(['', sea, ' met ', sea, '.']);
});

test('passages that follow one another are taken together until there are enough names', () => {
  // . \n Bea met Bea . \n Bea met Bea . … → Eve in place of Bea
  const [line, around] = [
    [5, 4, 5, 6, 0],
    [6, 0],
  ];
  const lines = Array.from({ length: 5 }, () => line).flat();
  const ids = Int32Array.from([...around, ...lines, 6]);
  const anchors = [...ids].flatMap((id, start) => (id === 5 ? [{ term: 'Bea', start, length: 1 }] : []));
  const block = {
    ids,
    translated: ids.map((id) => (id === 5 ? 8 : id)),
    mapping: ids.map((_, i) => i),
    anchors,
  };
  const pieces = passageWithNames({ vocabulary, blocks: [block] });
  expect(namesIn(pieces)).toBe(6);
  const written = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.original)).join('');
  expect(written).toBe(Array.from({ length: 3 }, () => 'Bea met Bea.').join('  '));
});

test('a passage that the block cuts off, or whose translation is not known, is not chosen', () => {
  const cut = {
    ids: Int32Array.of(2, 6, 0, 1, 5),
    translated: Int32Array.of(7, 6, 0, 1, 8),
    mapping: Int32Array.of(0, 1, 2, 3, -1),
    anchors: [
      { term: 'Ann', start: 0, length: 1 },
      { term: 'Bea', start: 4, length: 1 },
    ],
  };
  expect(passageWithNames({ vocabulary, blocks: [cut] })).toEqual([]);
});
