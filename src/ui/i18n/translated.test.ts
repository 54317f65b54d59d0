/** These are types: `npm run check` is what fails when one of them is wrong. */
import { expectTypeOf, test } from 'vitest';
import type { Language } from '../../base/languages';
import type { Translated } from './translated';
import { translations, type Translations } from './translations';

interface English {
  readonly title: 'Labels';
  readonly summary: { readonly blocks_one: '{{count}} block'; readonly blocks_other: '{{count}} blocks' };
}

test('a translation has every text, and the plural forms of its own language', () => {
  type Chinese = { readonly title: string; readonly summary: { readonly blocks_other: string } };
  expectTypeOf<Translated<English>>().toEqualTypeOf<Chinese>();
  type German = {
    readonly title: string;
    readonly summary: { readonly blocks_one: string; readonly blocks_other: string };
  };
  expectTypeOf<Translated<English, 'one'>>().toEqualTypeOf<German>();
  expectTypeOf<{ readonly summary: Chinese['summary'] }>().not.toExtend<Translated<English>>();
  expectTypeOf<Chinese>().not.toExtend<Translated<English, 'one'>>();
});

test('a translation with more plural forms than another is one all the same', () => {
  expectTypeOf<Translated<English, 'one' | 'few' | 'many'>>().toExtend<Translated<English>>();
});

test('a language without texts does not compile', () => {
  expectTypeOf(translations).toExtend<Translations<Language>>();
  expectTypeOf(translations).not.toExtend<Translations<Language | 'x-none'>>();
});
