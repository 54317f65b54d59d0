import { expect, test } from 'vitest';
import { parseTokenizer } from '../../src/files/tokenizer';
import { trainBpe } from './bpe';
import { BOS, tokenizerConfig, tokenizerJson } from './tokenizer-files';

const text = 'The lamp of the tower is the lamp of the lake. The tower\'s lamp burns, "the lamp" burns.';
const vocabulary = trainBpe([text], 300, [BOS]);
const tokenizer = parseTokenizer(tokenizerJson(vocabulary), tokenizerConfig);

test('merges the most frequent pairs first', () => {
  expect(vocabulary.merges[0]?.join('')).toBe('he');
  expect(vocabulary.tokens).toContain('Ġlamp');
  expect(vocabulary.tokens.length).toBeLessThanOrEqual(300);
});

test('loads in Hugging Face tokenizers, and decoding restores any text', () => {
  for (const sample of [text, 'Ünïcode, 中文, emoji 🏮\r\n\ttabs', '  spaces  ']) {
    expect(tokenizer.decode(tokenizer.encode(sample))).toBe(sample);
  }
  expect(tokenizer.encode(' lamp')).toHaveLength(1);
});

test('is the same for the same texts', () => {
  expect(trainBpe([text], 300, [BOS])).toEqual(vocabulary);
});
