/** The ways a tokenizer writes a term: after a space, at the start of a line, after punctuation. */
import type { Tokenizer } from '../files/tokenizer';

/** A place where a term can stand: what is before it, and what joins them. */
const contexts = [
  { name: 'space', before: 'a', joint: ' ' },
  { name: 'start', before: '', joint: '' },
  { name: 'newline', before: '\n', joint: '' },
  { name: 'quote', before: '"', joint: '' },
  { name: 'bracket', before: '(', joint: '' },
] as const;

export type SpellingName = (typeof contexts)[number]['name'];

/** Token ids of a term in each place where they can be told from what is before it. */
export type Spellings = ReadonlyMap<SpellingName, Int32Array>;

/**
 * The tokens of context + term minus the context's. A place is left out if the tokenizer merges
 * across its border.
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

/** Gives the spellings of a text. */
export type Speller = (text: string) => Spellings;

/** Spellings in `tokenizer`, each made once. */
export function speller(tokenizer: Tokenizer): Speller {
  const known = new Map<string, Spellings>();
  return (text) => {
    const spellings = known.get(text) ?? spellingsOf(text, tokenizer);
    known.set(text, spellings);
    return spellings;
  };
}
