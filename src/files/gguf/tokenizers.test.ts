/** Every kind of tokenizer that GGUF names, against its own library on 500 odd strings (tools/golden/token_ids.py). */
import { describe, expect, test } from 'vitest';
import { oddStrings, writtenTokenizers } from './fixtures/written-tokenizers';

describe.each(writtenTokenizers)('$name', ({ tokenizer, ids }) => {
  test('ids equal those of the original on 500 strings', () => {
    expect(ids).toHaveLength(500);
    const wrong = oddStrings.flatMap((text, i) => {
      const got = [...tokenizer.encode(text)];
      return got.join() === ids[i]?.join() ? [] : [{ text, got, want: ids[i] }];
    });
    expect(wrong).toEqual([]);
  });
});
