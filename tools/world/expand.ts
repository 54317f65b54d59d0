/**
 * Expands hand-written scene patterns into text. A pattern is prose with slots and choices:
 *
 * - `{food}` is any value of the list `food`; `{Food}` is the same with a capital letter;
 * - `{person:a}` is a value remembered under the label `a`; `{a}` repeats it;
 * - `{a.they}`, `{a.Their}`, `{a.sibling}` … are forms of a remembered person, and `{x.2}` is the
 *   second column of a remembered row; `{person:b.sibling}` draws a person and gives a form of it;
 * - `[red|blue|very {colour}]` picks one of the choices, which may nest;
 * - `a(n) {animal}` becomes "a dog" or "an owl".
 *
 * No value is drawn twice in one expansion, so different labels are different people.
 */
import { pick, type Prng } from '../../src/base/prng';

/** A person's name, with the gender of its pronouns. */
export interface Person {
  readonly name: string;
  readonly gender: 'he' | 'she';
}

/** One value of a slot: a word, a person, or a row whose columns belong together. */
type Entry = string | Person | readonly string[];

/** The lists that slots draw from, by name. */
export type Slots = Readonly<Record<string, readonly Entry[]>>;

/** The forms of a remembered person, as [masculine, feminine]. */
const PERSON_FORMS: Readonly<Record<string, readonly [string, string]>> = {
  they: ['he', 'she'],
  them: ['him', 'her'],
  their: ['his', 'her'],
  theirs: ['his', 'hers'],
  themself: ['himself', 'herself'],
  sibling: ['brother', 'sister'],
  child: ['son', 'daughter'],
  parent: ['father', 'mother'],
  elder: ['uncle', 'aunt'],
  grand: ['grandfather', 'grandmother'],
  kid: ['boy', 'girl'],
  adult: ['man', 'woman'],
};

/** `{key}`, `{key:label}`, `{label}`, `{label.form}` or `{key:label.form}`, without the braces. */
const SLOT = /^([A-Za-z]+)(?::([a-z]+))?(?:\.(\w+))?$/;

/** Words that start with a vowel sound; and words that start with a vowel letter but a consonant sound. */
const VOWEL_SOUND = /^(?:[aeiou]|hour|honest|heir)/i;
const CONSONANT_SOUND = /^(?:uni(?!n|m)|use|usual|one\b|once|ewe|eu)/i;

/** A text from `pattern`. @throws Error naming the slot if it is unknown */
export function expand(
  pattern: string,
  slots: Slots,
  random: Prng,
  capitals: 'sentence' | 'as written' = 'sentence',
): string {
  const text = withArticles(filled(chosen(pattern, random), slots, random));
  return capitals === 'sentence' ? capitalised(text) : text;
}

/** The pattern with every `[one|other]` replaced by one of its choices, innermost first. */
function chosen(pattern: string, random: Prng): string {
  let text = pattern;
  for (let before = ''; text !== before;) {
    before = text;
    text = text.replace(/\[([^[\]]*)\]/, (_, choices: string) => pick(random, choices.split('|')));
  }
  return text;
}

/** The text with every slot filled, left to right. */
function filled(text: string, slots: Slots, random: Prng): string {
  const remembered = new Map<string, { readonly key: string; readonly entry: Entry }>();
  const used = new Set<string>();

  const draw = (key: string): Entry => {
    const unused = (slots[key] ?? []).filter((entry) => !used.has(mainForm(entry)));
    if (unused.length === 0) throw new Error(`Slot {${key}} has too few values`);
    const entry = pick(random, unused);
    used.add(mainForm(entry));
    return entry;
  };

  const find = (slot: string, key: string, label: string | undefined, dotted: boolean): Entry => {
    const isList = Object.hasOwn(slots, key);
    if (label === undefined) {
      if (isList && !dotted) return draw(key);
      const known = remembered.get(key);
      if (known === undefined) throw new Error(`Unknown slot {${slot}}`);
      return known.entry;
    }
    if (!isList) throw new Error(`Unknown slot {${slot}}`);
    const known = remembered.get(label);
    if (known !== undefined && known.key !== key) {
      throw new Error(`Slot {${slot}}: the label is already used for {${known.key}:${label}}`);
    }
    const entry = known?.entry ?? draw(key);
    remembered.set(label, { key, entry });
    return entry;
  };

  return text.replace(/\{([^{}]*)\}/g, (_, slot: string) => {
    const [, name, label, form] = SLOT.exec(slot) ?? [];
    if (name === undefined) throw new Error(`Unknown slot {${slot}}`);
    const entry = find(slot, lowerFirst(name), label, form !== undefined);
    const value = form === undefined ? mainForm(entry) : formOf(entry, lowerFirst(form));
    if (value === undefined) throw new Error(`Unknown slot {${slot}}`);
    return isCapital(form ?? name) ? upperFirst(value) : value;
  });
}

/** An entry without a form. */
function mainForm(entry: Entry): string {
  if (typeof entry === 'string') return entry;
  return 'gender' in entry ? entry.name : (entry[0] ?? '');
}

/** A pronoun or kinship word of a person, or a column (from 1) of a row. */
function formOf(entry: Entry, form: string): string | undefined {
  if (typeof entry === 'string') return undefined;
  if ('gender' in entry) return PERSON_FORMS[form]?.[entry.gender === 'he' ? 0 : 1];
  return entry[Number(form) - 1];
}

/** The text with every `a(n)` replaced according to the sound of the next word. */
function withArticles(text: string): string {
  return text.replace(/\b([Aa])\(n\) (["']?)(?=(\S+))/g, (_, a: string, quote: string, next: string) => {
    const vowel = VOWEL_SOUND.test(next) && !CONSONANT_SOUND.test(next);
    return `${a}${vowel ? 'n' : ''} ${quote}`;
  });
}

/**
 * The text with a capital at the start of every sentence. After `?"` or `!"` the case is left as written, because the
 * sentence may continue: "Why?" asked Tom.
 */
function capitalised(text: string): string {
  return text.replace(/(?:^|[.!?]\s|\."\s)"?[a-z]/g, (start) => start.toUpperCase());
}

function isCapital(word: string): boolean {
  return /^[A-Z]/.test(word);
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
