/** Trains several settings, one after the other: values of one setting, and seeds. */
import { hasCode } from '../base/errors';
import { v } from '../base/schema';
import { parseSettings, settingLeaves, settingsSchema, type RunSettings } from '../methods/settings';
import { withValue, type Leaf } from '../settings/leaves';
import { labErrors } from './errors';

/** A sweep as it is saved, so that it goes on after a reload. */
export const sweepPlan = v.object({
  /** those that all its runs have in common, and that are in the form again afterwards */
  settings: settingsSchema,
  /** the name of the setting that varies; null: only the seed does */
  name: v.nullable(v.string()),
  values: v.array(v.number()),
  seeds: v.pipe(v.array(v.number()), v.minLength(1)),
});

export type SweepPlan = v.InferOutput<typeof sweepPlan>;

/** The settings of each run, seed by seed, so that values that share a reinforced model follow one another. */
export function sweepSettings({ settings, name, values, seeds }: SweepPlan): RunSettings[] {
  const leaf = settingLeaves.find((one) => one.name === name);
  return seeds.flatMap((seed) => {
    const seeded = { ...settings, seed };
    return leaf ? values.map((value) => varied(seeded, leaf, value)) : [seeded];
  });
}

/** @throws LetheError settings/invalid if the value is out of bounds */
function varied(settings: RunSettings, { path }: Leaf, value: number): RunSettings {
  return parseSettings(withValue(settings, path, value));
}

export type SweepEvent =
  | { readonly kind: 'begins'; readonly at: number; readonly of: number; readonly settings: RunSettings }
  | { readonly kind: 'made'; readonly at: number }
  /** the run was there already */
  | { readonly kind: 'skipped'; readonly at: number }
  /** its training diverged, and the sweep goes on with the next */
  | { readonly kind: 'diverged'; readonly at: number };

export interface SweepHost {
  /** Whether a run with these settings is there already: it would have the same bits. */
  isMade(settings: RunSettings): boolean;
  /** Trains, evaluates and adds one run. An interrupted training in it resumes. @throws what ended it early */
  run(settings: RunSettings): Promise<void>;
}

/**
 * Begun again, it goes on where it ended, since what was made is skipped. To pause it, pause the stage that runs.
 * @throws what ended a run other than divergence, such as the reason of a cancel
 */
export async function* sweep(
  runs: readonly RunSettings[],
  host: SweepHost,
  signal: AbortSignal,
): AsyncGenerator<SweepEvent, void> {
  for (const [at, settings] of runs.entries()) {
    signal.throwIfAborted();
    if (host.isMade(settings)) {
      yield { kind: 'skipped', at };
      continue;
    }
    yield { kind: 'begins', at, of: runs.length, settings };
    try {
      await host.run(settings);
    } catch (error) {
      if (!hasCode(error, labErrors, 'train/diverged')) throw error;
      yield { kind: 'diverged', at };
      continue;
    }
    yield { kind: 'made', at };
  }
}
