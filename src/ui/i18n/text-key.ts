import type { English } from './en/later';

/** A text for one and a text for many (`key_one`, `key_other`) are one key, and the count chooses. */
type Stem<K extends string> = K extends `${infer S}_one` | `${infer S}_other` ? S : K;

type Keys<T, Area extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Area}${Stem<K>}` : Keys<T[K], `${Area}${K}.`>;
}[keyof T & string];

/** The key of a text of the page, by area: `stage.run`. i18next's own type says the same, and takes three times as long. */
export type TextKey = Keys<English>;
