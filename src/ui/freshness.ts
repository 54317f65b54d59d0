/**
 * What a result was made from. When any of it changes the result stays, but is stale: it no longer answers for what
 * the page shows around it.
 */
import { ruleSettings } from '../lab/prepared';
import type { RunSettings } from '../methods/settings';

/** What the results of the stages are made from, in the page's words (texts `inputs.*`). */
export const inputNames = [
  'model',
  'training',
  'reinforcing',
  'rules',
  'dictionary',
  'equation',
  'unlearning',
  'reinforced',
  'labels',
  'unlearned',
] as const;
export type InputName = (typeof inputNames)[number];

/** A fingerprint of each thing that a result was made from. */
export type Basis = Readonly<Partial<Record<InputName, string>>>;

/** What is `now` otherwise than when the result was made, in order. */
export function changedSince(made: Basis, now: Basis): InputName[] {
  return inputNames.filter((name) => name in made && made[name] !== now[name]);
}

/** The fingerprints that settings alone decide. */
export function settingsBasis(
  settings: RunSettings,
): Required<Pick<Basis, 'training' | 'reinforcing' | 'rules' | 'equation' | 'unlearning'>> {
  const { seed, blockLength, batch, remainder, lora, reinforce, unlearn } = settings;
  return {
    training: JSON.stringify([seed, blockLength, batch, remainder, lora]),
    reinforcing: JSON.stringify(reinforce),
    rules: JSON.stringify(ruleSettings.map((name) => settings[name])),
    equation: JSON.stringify([settings.alpha, settings.logitSpace, settings.reinforced]),
    unlearning: JSON.stringify([unlearn, settings.softLabels]),
  };
}
