/** The words that every setting needs which methods share; those of a method's own are beside the method. */
import type { SettingWords } from '../../methods/method';
import type { settingFields } from '../../methods/settings';
import type { ChoiceField } from '../../settings/field';
import type { FieldAt, LeafName } from '../../settings/leaves';
import type { StandardName } from '../../settings/standard';

type SharedFields = Pick<typeof settingFields, 'method' | StandardName>;

/** The name of a setting that methods share. */
type SharedSetting = LeafName<SharedFields>;

/** A choice also has words for each of its options. */
type Words<F> =
  F extends ChoiceField<infer T>
    ? SettingWords & { readonly options: Readonly<Record<T, SettingWords>> }
    : SettingWords;

/** Does not compile while a setting or an option has no words. Methods name themselves. */
export type SettingTexts = {
  readonly [N in SharedSetting]: N extends 'method' ? SettingWords : Words<FieldAt<SharedFields, N>>;
};
