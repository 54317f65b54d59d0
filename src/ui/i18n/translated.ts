/** Plural forms besides `other`, which every language has: the categories of `Intl.PluralRules`. */
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many';

/**
 * The shape of a translation of the English texts `T`: every text, and no others. English has a text for one and a text
 * for many (`key_one`, `key_other`). A translation has `key_other` and the forms that its own language needs: none in
 * Chinese, `'one'` in German, `'one' | 'few' | 'many'` in Polish.
 */
export type Translated<T, Form extends PluralForm = never> = {
  readonly [K in keyof T as TranslatedKey<K, Form>]: T[K] extends string ? string : Translated<T[K], Form>;
};

type TranslatedKey<K, Form extends PluralForm> = K extends `${string}_one`
  ? never
  : K extends `${infer Stem}_other`
    ? K | `${Stem}_${Form}`
    : K;
