/**
 * The stem of a word as the rouge-score package finds it: Porter's algorithm with the changes of NLTK. The library
 * implements Porter's own version; the rules below are where the two differ.
 */
import { stemmer } from 'stemmer';

/** NLTK's list of exceptions, without those that the rules below cover. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    skies: 'sky',
    dying: 'die',
    lying: 'lie',
    tying: 'tie',
    news: 'news',
    inning: 'inning',
    innings: 'inning',
    outing: 'outing',
    outings: 'outing',
    canning: 'canning',
    cannings: 'canning',
    howe: 'howe',
    proceed: 'proceed',
    exceed: 'exceed',
    succeed: 'succeed',
  }),
);

/** `word`: a–z and 0–9, in lower case. Words of up to three letters are left as they are, as in rouge-score. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const exception = irregular.get(word);
  if (exception !== undefined) return exception;
  if (/^[a-z]ie[sd]$/.test(word)) return word.slice(0, 3); // "ties" → "tie"
  // "-ally" and "-fully": NLTK takes off "-ly" and goes on with the rest.
  const porter = stemmer(word.replace(/([aeiouy][^aeiouy].*(?:al|ful))ly$/, '$1'));
  if (porter.endsWith('ologi')) return porter.slice(0, -1); // "geology", though "geo" is short
  // NLTK turns a last y into i after a consonant; Porter, after any letter if there is a vowel further to the left.
  if (/.[^aeiou]y$/.test(porter) && !/yes?$/.test(word)) return porter.replace(/y$/, 'i');
  const vowel = /([aeiou])i$/.exec(porter)?.[1];
  if (vowel !== undefined && word.includes(`${vowel}y`)) return porter.replace(/i$/, 'y');
  // "ones" → "one", not "on"
  const isShort = /^[aeiou][^aeiou]$/.test(porter) && !word.startsWith(porter + porter.charAt(1));
  return isShort ? `${porter}e` : porter;
}
