/** Typed words as tokens. */
import { continuation } from '../../files/continuation';
import type { Tokenizer } from '../../files/tokenizer';
import { TokenText } from '../../text/token-text';

/** The ids of a text that continues another, as the model’s tokenizer has them. */
export type Encode = (before: string, text: string) => Int32Array;

/** If the tokenizer merges the space before a word with what precedes it, the ids are those of the word itself. */
export function encoder(tokenizer: Tokenizer): Encode {
  return (before, text) => {
    const { ids, isSeparate } = continuation(tokenizer, before, text);
    if (isSeparate) return ids;
    return ids.subarray(new TokenText(ids, tokenizer).startOf(text.trimStart()) ?? 0);
  };
}
