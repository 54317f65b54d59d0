/** Every kind of tokenizer that GGUF names, against its own library on 500 odd strings (tools/golden/token_ids.py). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { v } from '../../base/schema';
import { parseTokenizer } from '../tokenizer';
import { tokenizerOf } from './gguf-tokenizer';

const row = v.array(v.number());
const kind = v.object({
  model: v.string(),
  pre: v.optional(v.string(), 'default'),
  tokens: v.array(v.string()),
  merges: v.optional(v.array(v.string()), []),
  scores: v.optional(row, []),
  types: v.optional(row, []),
  ids: v.array(row),
});
const golden = v.parse(
  v.object({ strings: v.array(v.string()), kinds: v.record(v.string(), kind) }),
  JSON.parse(readFileSync(new URL('fixtures/tokenizers.json', import.meta.url), 'utf8')),
);

describe.each(Object.entries(golden.kinds))('%s', (_, { model, pre, tokens, merges, scores, types, ids }) => {
  const metadata = {
    'tokenizer.ggml.model': model,
    'tokenizer.ggml.pre': pre,
    'tokenizer.ggml.tokens': tokens,
    'tokenizer.ggml.merges': merges,
    'tokenizer.ggml.scores': scores,
    'tokenizer.ggml.token_type': types,
  };
  const tokenizer = parseTokenizer(tokenizerOf(metadata, 'm.gguf').json, {});

  test('ids equal those of the original on 500 strings', () => {
    expect(ids).toHaveLength(500);
    const wrong = golden.strings.flatMap((text, i) => {
      const got = [...tokenizer.encode(text)];
      return got.join() === ids[i]?.join() ? [] : [{ text, got, want: ids[i] }];
    });
    expect(wrong).toEqual([]);
  });
});
