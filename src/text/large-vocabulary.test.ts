/** Dictionary checks and labels at a vocabulary as large as Qwen's: the work follows the text, not the vocabulary. */
import { expect, test } from 'vitest';
import type { Tokenizer } from '../files/tokenizer';
import { cutBlocks, tokenStream } from './blocks';
import { coverageOf } from './coverage';
import { lint } from './dictionary-lint';
import { LARGE, largeTokenizer, largeWords } from './fixtures/large-vocabulary';
import { createMatcher } from './matcher';
import { readTogether, tokenLabel } from './token-labels';
import { translate } from './translate';

const words = largeWords();
const tokenizer = largeTokenizer();
const text = `${Array.from({ length: 2000 }, (_, i) => words[(i * 7919) % words.length]).join('')}.`;
const dictionary = Array.from({ length: 200 }, (_, i) => ({
  term: (words[(i * 3 * 7919) % words.length] ?? '').trim(),
  translations: [(words[i * 11 + 1] ?? '').trim()] as [string],
}));

/** The tokenizer, and how many tokens were read with it. */
function counting(): { counted: Tokenizer; read: () => number } {
  let read = 0;
  const counted: Tokenizer = {
    ...tokenizer,
    decode: (ids) => {
      const list = [...ids];
      read += list.length;
      return tokenizer.decode(list);
    },
    tokenText: (id) => {
      read += 1;
      return tokenizer.tokenText(id);
    },
  };
  return { counted, read: () => read };
}

test('every token has a label of its own, and labels read together are the text', () => {
  const { counted, read } = counting();
  const labels = Array.from({ length: LARGE }, (_, id) => tokenLabel(counted, id));
  expect(read()).toBe(LARGE);
  expect(new Set(labels).size).toBe(LARGE);
  const ids = tokenizer.encode(text);
  expect(readTogether(Array.from(ids, (id) => labels[id] ?? '')).join('')).toBe(text);
});

test('matching, mapping and checking a dictionary read some tokens for each of the text', async () => {
  const { counted, read } = counting();
  const { length } = tokenizer.encode(text);
  const matcher = createMatcher(dictionary, counted);
  const blocks = cutBlocks(tokenStream([text], counted), 128);
  const matches = blocks.flatMap(
    (ids, block) => translate(ids, matcher, { seed: 1, block, context: 128 }).matches,
  );
  expect(matches.length).toBeGreaterThan(100);
  const findings = await lint(dictionary, { tokenizer: counted, forget: [text], ordinary: [text] });
  expect(findings.length).toBeGreaterThan(0);
  const { share } = await coverageOf([text], dictionary, counted, new AbortController().signal);
  expect(share).toBeGreaterThan(0.05);
  expect(length).toBeLessThan(LARGE / 20);
  expect(read()).toBeLessThan(40 * length);
});
