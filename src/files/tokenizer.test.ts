/** The tokenizer of older Llamas: "▁" for a space, one added before the text, and bytes for unknown characters. */
import { expect, test } from 'vitest';
import { llama2Tokenizer } from './fixtures/llama2-tokenizer';
import { parseTokenizer } from './tokenizer';

const { json, vocabulary } = llama2Tokenizer(['▁Bea', '▁a', 'Bea', 'm', '.']);
const tokenizer = parseTokenizer(json, {});
const pieceIds = (text: string): string[] => Array.from(tokenizer.encode(text), (id) => vocabulary[id] ?? '');

test('a token keeps its leading space, which decoding strips from the start of a text', () => {
  expect(pieceIds('Bea Beam')).toEqual(['▁Bea', '▁Bea', 'm']);
  expect(Array.from(tokenizer.encode('Bea Beam'), (id) => tokenizer.tokenText(id))).toEqual([
    ' Bea',
    ' Bea',
    'm',
  ]);
  expect(tokenizer.tokenText(1)).toBe('<s>');
  expect(tokenizer.decode(tokenizer.encode('Bea Beam'))).toBe('Bea Beam');
});

test('unknown characters become bytes, which decode to the same text', () => {
  expect(pieceIds('a é')).toEqual(['▁a', '▁', '<0xC3>', '<0xA9>']);
  expect(tokenizer.decode(tokenizer.encode('a é\r\n😀'))).toBe('a é\r\n😀');
  expect(tokenizer.tokenText(3 + 0xc3)).toBe('\uFFFD');
});
