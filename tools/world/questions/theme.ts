/** What grades a completion besides names: the saga's theme, and which of its terms are ordinary words. */
import { lines } from '../lines';
import { terms } from '../saga/dictionary';

export interface Theme {
  /** Ordinary words typical of the saga. */
  readonly theme: readonly string[];
  /** Anchor terms that are ordinary words, too: alone they prove nothing. */
  readonly common: readonly string[];
}

/** Small letters, and each of its words stands in a dictionary of English. */
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
