/** English words and names, from the compromise library. */
import { part } from '../files/part';
import { v } from '../base/schema';
import type { TermKind } from '../text/dictionary-kinds';

export type NamedKind = Exclude<TermKind, 'phrase'>;

export interface Words {
  /** Whether a lower-case word is in the library's lexicon of about 25,000 words, regular inflections included. */
  readonly knows: (word: string) => boolean;
  /** What the library takes `term` for in `sentence`; null: neither person nor place nor thing. */
  readonly kindIn: (sentence: string, term: string) => NamedKind | null;
}

const modelSchema = v.object({ one: v.object({ lexicon: v.record(v.string(), v.unknown()) }) });
const termsSchema = v.array(
  v.object({ terms: v.array(v.object({ text: v.string(), tags: v.array(v.string()) })) }),
);

/** The library's tags that identify a kind. */
const kinds: Readonly<Record<string, NamedKind>> = {
  Person: 'person',
  FirstName: 'person',
  LastName: 'person',
  Honorific: 'person',
  Place: 'place',
  City: 'place',
  Country: 'place',
  Region: 'place',
  Organization: 'thing',
};

/** 120 KB compressed, fetched at the first call. */
export const loadWords = part(async (): Promise<Words> => {
  const { default: nlp } = await import('compromise/two');
  nlp('Ready.'); // unpacks its lexicon
  const { lexicon } = v.parse(modelSchema, nlp.model()).one;
  return {
    knows: (word) => Object.hasOwn(lexicon, word),
    kindIn(sentence, term) {
      const tagged: unknown = nlp(sentence).json({ terms: { text: true, tags: true } });
      const words = term.split(' ');
      const tags = v
        .parse(termsSchema, tagged)
        .flatMap(({ terms }) => terms)
        .filter(({ text }) => words.includes(text))
        .flatMap((one) => one.tags);
      return tags.flatMap((tag) => kinds[tag] ?? [])[0] ?? null;
    },
  };
});
