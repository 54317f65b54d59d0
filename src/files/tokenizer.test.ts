/** The tokenizer of older Llamas: "▁" for a space, one added before the text, and bytes for unknown characters. */
import { expect, test } from 'vitest';
import { parseTokenizer } from './tokenizer';

const pieces = ['<unk>', '<s>', '</s>'];
const bytes = Array.from(
  { length: 256 },
  (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
);
const words = ['▁', 'B', 'e', 'a', 'm', '.', '▁B', '▁a', '▁Be', '▁Bea', 'Be', 'Bea'];
const vocabulary = [...pieces, ...bytes, ...words];
const special = (id: number) => ({
  id,
  content: pieces[id],
  special: true,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
});
const tokenizer = parseTokenizer(
  {
    version: '1.0',
    added_tokens: pieces.map((_, id) => special(id)),
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Prepend', prepend: '▁' },
        { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
      ],
    },
    pre_tokenizer: null,
    post_processor: null,
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
        { type: 'Strip', content: ' ', start: 1, stop: 0 },
      ],
    },
    model: {
      type: 'BPE',
      vocab: Object.fromEntries(vocabulary.map((piece, id) => [piece, id])),
      merges: [['▁', 'B'], ['▁B', 'e'], ['▁Be', 'a'], ['B', 'e'], ['Be', 'a'], ['▁', 'a']], // prettier-ignore
      unk_token: '<unk>',
      fuse_unk: true,
      byte_fallback: true,
    },
  },
  {},
);
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
