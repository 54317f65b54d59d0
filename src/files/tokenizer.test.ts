/** The tokenizer of older Llamas: "▁" for a space, one added before the text, and bytes for unknown characters. */
import { describe, expect, test } from 'vitest';
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

describe('a tokenizer whose ids are not those of a model is refused', () => {
  const small = (vocab: unknown, added: unknown = []) => ({
    version: '1.0',
    added_tokens: added,
    normalizer: null,
    pre_tokenizer: null,
    post_processor: null,
    decoder: null,
    model: { type: 'BPE', vocab, merges: [] },
  });

  test.each([
    [{ a: 0, b: -1 }, [], 'a token id at b, got -1'],
    [{ a: 0, b: '1' }, [], 'a token id at b, got "1"'],
    [{ a: 0, b: 2 ** 60 }, [], 'a token id at b'],
    [{ a: 0 }, [{ content: 'x' }], 'a token id at added_tokens, got none'],
    [{ a: 9 }, [], 'token ids below 9, got 9'],
  ])('%j %j', (vocab, added, reason) => {
    expect(() => parseTokenizer(small(vocab, added), {}, { vocabSize: 9 })).toThrow(reason);
  });

  test('when it meets one', () => {
    const read = parseTokenizer(small({ a: 0, b: 9 }), {}, { vocabSize: 9 });
    expect([...read.encode('aa')]).toEqual([0, 0]);
    expect(() => read.encode('ab')).toThrow('token ids below 9, got 9');
  });

  test('though not for a character without an id, which is left out', () => {
    expect([...parseTokenizer(small({ a: 0 }), {}).encode('aéa')]).toEqual([0, 0]);
    expect(parseTokenizer(small({ b: 0 }), {}).tokenText(0)).toBe('b');
  });
});
