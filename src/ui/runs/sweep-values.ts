/** The values of a sweep as a user types them: “0, 2, 4”. */
import type { NumberField } from '../../settings/field';
import { leafNamed, type RunSettings, type SettingName } from '../../methods/settings';
import { usedLeaves } from '../../methods/used-settings';

/** Most runs of one sweep, by which a mistyped list is noticed. */
export const MOST_SWEPT = 100;

/** The settings that a sweep can vary: the numbers that count in the run, besides the seed. */
export function sweepable(settings: RunSettings): SettingName[] {
  return usedLeaves(settings).flatMap(({ name, field }) =>
    field.kind === 'number' && name !== 'seed' ? [name] : [],
  );
}

type Typed =
  | { readonly values: readonly number[]; readonly wrong: null }
  | { readonly values: null; readonly wrong: string };

/** Numbers with commas or spaces between them, without repetitions; `wrong`: the first that the setting does not allow. */
export function typedValues(text: string, name: SettingName): Typed {
  const words = text.split(/[\s,;，、]+/).filter(Boolean);
  const { field } = leafNamed(name);
  const wrong = words.find((word) => field.kind !== 'number' || !isValid(field, Number(word)));
  if (wrong !== undefined) return { values: null, wrong };
  return { values: [...new Set(words.map(Number))], wrong: null };
}

function isValid({ min, max, integer }: NumberField, value: number): boolean {
  return value >= min && value <= max && (!integer || Number.isInteger(value));
}
