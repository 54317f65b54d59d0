/** How a tokenizer encodes a term: after a space, at the start of a line, after punctuation, and anywhere else. */
import { afterContext, type Continuation } from '../files/continuation';
import type { Tokenizer } from '../files/tokenizer';

/** A context of a term: the text before it, and what joins the two. */
const contexts = [
  { name: 'space', before: 'a', joint: ' ' },
  { name: 'start', before: '', joint: '' },
  { name: 'newline', before: '\n', joint: '' },
  { name: 'quote', before: '"', joint: '' },
  { name: 'bracket', before: '(', joint: '' },
] as const;

export type SpellingName = (typeof contexts)[number]['name'];

/**
 * The token ids of a term in each context where they are separate from those of the context. Where the tokenizer merges
 * it with a quote, a bracket or a line break, they are those after another of these; left out if it always does.
 */
export type Spellings = ReadonlyMap<SpellingName, Int32Array>;

/** The contexts in which nothing precedes the term itself. */
const unspaced = ['newline', 'quote', 'bracket'] as const satisfies readonly SpellingName[];

/** Returns the spellings of a text. */
export type Speller = (text: string) => Spellings;

/** Spells with `tokenizer`, and caches the results. */
export function speller(tokenizer: Tokenizer): Speller {
  const known = new Map<string, Spellings>();
  const encoded = contexts.map(({ before }) => (before === '' ? new Int32Array() : tokenizer.encode(before)));
  const spell = (text: string): Spellings => {
    const spellings = new Map<SpellingName, Int32Array>();
    contexts.forEach(({ name, before, joint }, i) => {
      const context = encoded[i] ?? new Int32Array();
      const { ids, isSeparate } = afterContext(context, tokenizer.encode(before + joint + text));
      if (isSeparate) spellings.set(name, ids);
    });
    const bare = unspaced.map((name) => spellings.get(name)).find((ids) => ids !== undefined);
    if (bare) for (const name of unspaced) if (!spellings.has(name)) spellings.set(name, bare);
    return spellings;
  };
  return (text) => {
    const spellings = known.get(text) ?? spell(text);
    known.set(text, spellings);
    return spellings;
  };
}

/** Spells a text after any other, such as “.Harriet” after “sat”. */
export type FreeSpeller = (before: string, text: string) => Int32Array;

/** If the tokenizer merges across the border, the tokens are those after a line break or else those of the text alone. */
export function freeSpeller(tokenizer: Tokenizer): FreeSpeller {
  const known = new Map<string, Int32Array>();
  const contexts = new Map<string, Int32Array>([['', new Int32Array()]]);
  const after = (before: string, text: string): Continuation => {
    const context = contexts.get(before) ?? tokenizer.encode(before);
    contexts.set(before, context);
    return afterContext(context, tokenizer.encode(before + text));
  };
  const spelled = (before: string, text: string): Int32Array => {
    const here = after(before, text);
    if (here.isSeparate) return here.ids;
    const apart = after('\n', text);
    return apart.isSeparate ? apart.ids : tokenizer.encode(text);
  };
  return (before, text) => {
    const key = JSON.stringify([before, text]);
    const ids = known.get(key) ?? spelled(before, text);
    known.set(key, ids);
    return ids;
  };
}
