/** The tokenizer of older Llamas: "▁" for a space, one added before the text, and bytes for unknown characters. */
import { describe, expect, test } from 'vitest';
import { bosTemplate } from './bos-template';
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

describe('before a text', () => {
  const bos = { bos_token: '<s>' };
  const alone = { ...json, post_processor: null };
  const byteLevel = { ...json, post_processor: { type: 'ByteLevel', trim_offsets: true } };
  const both = {
    type: 'Sequence',
    processors: [byteLevel.post_processor, bosTemplate('<s>', 1)],
  };

  // The first six as transformers 5.24; where there is no post-processor, it reads no add_bos_token.
  test.each([
    ['its post-processor puts BOS', json, bos, [1]],
    ['its post-processor puts BOS, whatever add_bos_token says', json, { ...bos, add_bos_token: false }, [1]],
    ['one of its post-processors puts BOS', { ...json, post_processor: both }, bos, [1]],
    ['its post-processor puts nothing', byteLevel, bos, []],
    ['its post-processor decides alone', byteLevel, { ...bos, add_bos_token: true }, []],
    ['it has no post-processor', alone, bos, []],
    ['add_bos_token asks for BOS', alone, { ...bos, add_bos_token: true }, [1]],
    ['and for a BOS with attributes', alone, { bos_token: { content: '<s>' }, add_bos_token: true }, [1]],
    ['but names no token', alone, { add_bos_token: true }, []],
  ])('%s', (_, tokenizerJson, tokenizerConfig, opening) => {
    const read = parseTokenizer(tokenizerJson, tokenizerConfig);
    expect(read.opening).toEqual(opening);
    expect([...read.encode('Bea')]).toEqual([...tokenizer.encode('Bea')]);
  });

  test('ids past the vocabulary of the model are refused', () => {
    const one = { ...json, model: { type: 'BPE', vocab: { a: 0, '<s>': 9 }, merges: [] } };
    const asking = { add_bos_token: true, bos_token: '<s>' };
    const read = (): unknown =>
      parseTokenizer({ ...one, added_tokens: [], post_processor: null }, asking, { vocabSize: 9 });
    expect(read).toThrow('token ids below 9, got 9');
  });
});
