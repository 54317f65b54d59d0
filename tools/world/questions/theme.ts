/** For grading: words of the saga's theme, and anchor terms that are ordinary words. */
import { lines } from '../lines';
import { terms } from '../saga/dictionary';

export interface Theme {
  /** Ordinary words typical of the saga. */
  readonly theme: readonly string[];
  /** Anchor terms that are ordinary words, too, so that alone they prove nothing. */
  readonly common: readonly string[];
}

/** Lower-case, with all its words in an English dictionary. */
const COMMON: ReadonlySet<string> = new Set([
  'north shore',
  'glim',
  'wick',
  'wicks',
  'snuffer',
  'tally',
  'quench',
]);

export const theme: Theme = {
  theme: lines('saga/theme.txt'),
  common: terms.map(({ term }) => term).filter((term) => COMMON.has(term)),
};
