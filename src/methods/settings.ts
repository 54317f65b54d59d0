/** The settings of a run: everything that decides its result besides the model and the texts. */
import { fail } from './errors';
import { pluck } from '../base/records';
import { validate } from '../base/schema';
import { runs, type Pipeline } from '../pipeline/stage';
import { defaultsOf, schemaOf, withChanges } from '../settings/check';
import { choice, expectedOf, type ValuesOf } from '../settings/field';
import { leavesOf, type Leaf, type LeafName } from '../settings/leaves';
import { standardFields } from '../settings/standard';
import { methodNames, methods, type MethodName } from './catalogue';
import type { Unlearning } from './method';

/** Every setting there is. What only one method has is a group under the name of that method. */
export const settingFields = {
  method: choice(methodNames, 'whp'),
  ...standardFields,
  ...pluck(methods, 'fields'),
};

export type RunSettings = ValuesOf<typeof settingFields>;
/** The name of a single setting, such as `alpha` or `unlearnSteps`. */
export type SettingName = LeafName<typeof settingFields>;

/** Every single setting, in order. */
export const settingLeaves = leavesOf(settingFields);

const byName = new Map<string, Leaf>(settingLeaves.map((leaf) => [leaf.name, leaf]));

/** The setting of this name. */
export function leafNamed(name: SettingName): Leaf {
  const leaf = byName.get(name);
  if (!leaf) throw new RangeError(`there is no setting "${name}"`);
  return leaf;
}

/** The settings that no other method has, in order. */
export function ownSettings(method: MethodName): SettingName[] {
  return settingLeaves.filter(({ path }) => path[0] === method).map(({ name }) => name);
}

export const settingsSchema = schemaOf(settingFields);

/**
 * What a setting is that a file lacks: as in the version before there was such a setting. What a method does better with
 * by now is in its own defaults.
 */
export const plainSettings: RunSettings = defaultsOf(settingFields);

/** The defaults of a method. */
export function settingsFor(method: MethodName): RunSettings {
  return parseSettings(withChanges({ ...plainSettings, method }, methods[method].defaults));
}

export const defaultSettings: RunSettings = settingsFor(plainSettings.method);

/** Settings from outside, such as a form or a file. @throws LetheError settings/invalid naming the first wrong one */
export function parseSettings(data: unknown): RunSettings {
  return validate(settingsSchema, upgraded(data), (mismatch) => {
    const leaf = settingLeaves.find(({ path }) => path.join('.') === mismatch.field);
    return fail('settings/invalid', leaf ? { ...mismatch, expected: expectedOf(leaf.field) } : mismatch);
  });
}

/** Settings of an earlier version by today's names: up to 0.2 both trainings had the same batch, beside their groups. */
export function upgraded<T>(data: T): T | object {
  if (typeof data !== 'object' || data === null || !('batch' in data)) return data;
  const { batch, ...others } = data;
  return withChanges({ reinforce: { batch }, unlearn: { batch } }, others);
}

/** An α from outside, such as a slider. @throws LetheError settings/invalid */
export function parseAlpha(data: unknown): number {
  return parseSettings({ alpha: data }).alpha;
}

/** The method of saved settings. Version 0.1 had only one and did not name it. */
export function methodOf(settings: object): MethodName {
  const saved: unknown = Reflect.get(settings, 'method');
  return methodNames.find((name) => name === saved) ?? plainSettings.method;
}

/** The stages of the method that these settings choose. */
export function pipelineOf({ method }: Pick<RunSettings, 'method'>): Pipeline {
  return methods[method].pipeline;
}

/** How the method that these settings choose makes its unlearned model. */
export function unlearningOf(settings: RunSettings): Unlearning {
  return methods[settings.method].unlearningOf(settings);
}

/** Whether the baseline is a model that has read the text. */
export function readsFirst(settings: RunSettings): boolean {
  return runs(pipelineOf(settings), 'read', settings);
}

/** Whether a reinforced model is trained, without which equation 1 subtracts nothing. */
export function hasReinforced(settings: RunSettings): boolean {
  return runs(pipelineOf(settings), 'reinforce', settings);
}

/** The α that counts. */
export function effectiveAlpha(settings: RunSettings): number {
  return hasReinforced(settings) ? settings.alpha : 0;
}

/** The trainings that a run has. */
export function trainingsOf(settings: RunSettings): { readonly steps: number; readonly batch: number }[] {
  return [
    ...(readsFirst(settings) ? [settings.read] : []),
    ...(hasReinforced(settings) ? [settings.reinforce] : []),
    ...(unlearningOf(settings).by === 'training' ? [settings.unlearn] : []),
  ];
}

/** Tokens that the trainings of a run read, padding included: B · T · steps of each. */
export function tokensTrained(settings: RunSettings): number {
  return trainingsOf(settings).reduce(
    (sum, { steps, batch }) => sum + steps * batch * settings.blockLength,
    0,
  );
}
