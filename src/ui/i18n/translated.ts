/**
 * The shape of a translation of `T`: every text, none besides. English tells one from many (`key_one`, `key_other`);
 * Chinese does not and has `key_other` alone.
 */
export type Translated<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Translated<T[K]>;
};
