import { expect, test } from 'vitest';
import type { Aligned } from '../text/translate';
import { chooseBlocks } from './choose-blocks';

const empty = new Int32Array();
const block = (anchors: number, sentences: number): Aligned => ({
  original: empty,
  translated: empty,
  mapping: empty,
  reasons: [],
  forbidden: [],
  matches: Array.from({ length: anchors }, (_, start) => ({
    entry: { term: 'Bea', translations: ['Ann'] },
    spelling: 'space',
    start,
    length: 1,
  })),
  sentences: Array.from({ length: sentences }, (_, start) => ({ start, length: 4 })),
});

test('the blocks that hold most are chosen, in the order of the text', () => {
  const blocks = [block(1, 0), block(4, 0), block(0, 1), block(2, 0), block(4, 0)];
  const chosen = (most: number) => chooseBlocks(blocks, most).map((one) => blocks.indexOf(one));
  expect(chosen(2)).toEqual([1, 2]);
  expect(chosen(3)).toEqual([1, 2, 4]);
  expect(chosen(9)).toEqual([0, 1, 2, 3, 4]);
});
