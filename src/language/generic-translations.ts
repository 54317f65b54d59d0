/**
 * Generic translations for drafted terms: drawn by seed, of the term's kind, never a word of the text itself, and
 * consistent for each name ("Maelis" in "Maelis Quill" and in "Maelis's boat").
 */
import { prng, shuffled, type Prng } from '../base/prng';
import { fold } from '../text/fold';
import type { NamedKind } from './compromise';
import { chineseNames, englishNames, type GenericNames } from './generic-names';

export interface KindOfTerm {
  readonly term: string;
  readonly kind: NamedKind;
}

/** Translations per term. */
const VARIANTS = 2;
/** Ordinary words in names of people, which are kept. */
const titles =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Lord|Lady|King|Queen|Prince|Princess|Captain|Master|Mistress|Sir|Uncle|Aunt|Old|Young|Little|Big|the|of)\.?$/u;
const hasHan = /\p{Script=Han}/u;

export type GenericTranslations = readonly [string, ...string[]];

/** The translations of every term, in the order of `terms`. `text`: the one the terms are from. */
export function translationsFor(
  terms: readonly KindOfTerm[],
  text: string,
  seed: number,
): GenericTranslations[] {
  const random = prng(seed);
  const english = new Drawer(terms, englishNames, text, random);
  const chinese = new Drawer(terms, chineseNames, text, random);
  return terms.map((one) => (hasHan.test(one.term) ? chinese : english).draw(one));
}

class Drawer {
  readonly #names = new Map<string, GenericTranslations>();
  readonly #families: ReadonlySet<string>;
  readonly #people: ReadonlySet<string>;
  readonly #pools: { readonly [K in keyof GenericNames]: Pool };

  constructor(terms: readonly KindOfTerm[], names: GenericNames, text: string, random: Prng) {
    const lower = fold(text).text.toLowerCase();
    const pool = (words: readonly string[]): Pool => {
      const free = words.filter((word) => !lower.includes(word.toLowerCase()));
      return new Pool(shuffled(random, free.length >= VARIANTS ? free : words));
    };
    this.#pools = {
      given: pool(names.given),
      family: pool(names.family),
      places: pool(names.places),
      things: pool(names.things),
      several: pool(names.several),
    };
    const people = terms.flatMap(({ term, kind }) => (kind === 'person' ? [term.split(' ')] : []));
    this.#families = new Set(people.flatMap((words) => (words.length > 1 ? words.slice(-1) : [])));
    this.#people = new Set(people.flat());
  }

  draw({ term, kind }: KindOfTerm): GenericTranslations {
    switch (kind) {
      case 'person':
        return this.#joined(term.split(' ').map((word) => this.#name(word)));
      case 'place':
        return this.#pools.places.take();
      case 'thing':
        return this.#thing(term);
    }
  }

  #thing(term: string): GenericTranslations {
    const last = term.split(' ').at(-1) ?? term;
    const noun = (/[^s]s$/u.test(last) ? this.#pools.several : this.#pools.things).take();
    const owner = /^(\S+)['’]s /u.exec(term)?.[1];
    if (owner === undefined || !this.#people.has(owner)) return noun;
    return this.#joined([map(this.#name(owner), (name) => `${name}'s`), noun]);
  }

  /** The translations of one word of a person's name, the same every time. */
  #name(word: string): GenericTranslations {
    if (titles.test(word)) return [word];
    const known = this.#names.get(word);
    if (known) return known;
    const drawn = (this.#families.has(word) ? this.#pools.family : this.#pools.given).take();
    this.#names.set(word, drawn);
    return drawn;
  }

  /** Joins the first translations of all parts, then the second ones. */
  #joined(parts: readonly GenericTranslations[]): GenericTranslations {
    const variant = (i: number): string => parts.map((part) => part[i] ?? part[0]).join(' ');
    return [variant(0), ...Array.from({ length: VARIANTS - 1 }, (_, i) => variant(i + 1))];
  }
}

/** Words in random order, starting over once all were taken. */
class Pool {
  #taken = 0;
  constructor(private readonly words: readonly string[]) {}

  take(): GenericTranslations {
    const next = (): string => this.words[this.#taken++ % this.words.length] ?? '';
    return [next(), ...Array.from({ length: VARIANTS - 1 }, next)];
  }
}

function map([first, ...rest]: GenericTranslations, of: (one: string) => string): GenericTranslations {
  return [of(first), ...rest.map(of)];
}
