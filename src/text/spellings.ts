/** The ways in which a tokenizer encodes a term: after a space, at the start of a line, after punctuation. */
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

/** The token ids of a term in each context where they are separate from those of the context. */
export type Spellings = ReadonlyMap<SpellingName, Int32Array>;

/**
 * The tokens of context + term, minus those of the context. A context is left out if the tokenizer merges across the
 * border.
 */
function spellingsOf(term: string, tokenizer: Tokenizer): Spellings {
  const spellings = new Map<SpellingName, Int32Array>();
  for (const { name, before, joint } of contexts) {
    const context = before === '' ? new Int32Array() : tokenizer.encode(before);
    const whole = tokenizer.encode(before + joint + term);
    const isSplit = context.every((id, i) => whole[i] === id) && whole.length > context.length;
    if (isSplit) spellings.set(name, whole.slice(context.length));
  }
  return spellings;
}

/** Returns the spellings of a text. */
export type Speller = (text: string) => Spellings;

/** Spells with `tokenizer`, and caches the results. */
export function speller(tokenizer: Tokenizer): Speller {
  const known = new Map<string, Spellings>();
  return (text) => {
    const spellings = known.get(text) ?? spellingsOf(text, tokenizer);
    known.set(text, spellings);
    return spellings;
  };
}
