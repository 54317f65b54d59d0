/** The table of runs: its columns, its order and its filter. */
import type { MetricName } from '../../evaluate/metric-catalogue';
import type { SavedRun } from '../../store/saved-runs';
import { preset, presetNames } from '../../methods/presets';
import { differences } from './settings-difference';

/** The main metrics for comparing runs, taken after unlearning. */
export const runMetrics = [
  'familiarity',
  'answers',
  'general',
  'neighbour',
  'perplexity',
  'forgetQuality',
] as const satisfies readonly MetricName[];

export type RunColumn = 'run' | 'seed' | (typeof runMetrics)[number];

export interface RunOrder {
  readonly by: RunColumn;
  readonly isFalling: boolean;
}

/** A metric of the unlearned model. */
export function runMetric({ figures }: SavedRun, metric: MetricName): number | null {
  return figures.unlearned?.[metric] ?? null;
}

const [opening] = presetNames;

/** The settings that differ from the preset that the page opens with, as text. */
export function runSettings({ settings }: SavedRun): string {
  return differences(preset(opening), settings)
    .map(({ path, b }) => `${path} = ${b}`)
    .join(', ');
}

/**
 * Pinned runs first, both groups sorted; runs without a value come last. A run matches if its number, seed or settings
 * contain all the words of the filter, where “alpha = 2” is one word.
 */
export function runRows(runs: readonly SavedRun[], { by, isFalling }: RunOrder, filter: string): SavedRun[] {
  const plain = (text: string): string => text.toLowerCase().replace(/\s*=\s*/g, '=');
  const words = plain(filter).split(/\s+/).filter(Boolean);
  const value = (run: SavedRun): number | null =>
    by === 'run' ? run.number : by === 'seed' ? run.seed : runMetric(run, by);
  return runs
    .filter((run) => {
      const text = plain(`#${run.number} seed = ${run.seed ?? ''}, ${runSettings(run)}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => {
      const [left, right] = [value(a), value(b)];
      const pinned = Number(b.isPinned) - Number(a.isPinned);
      if (pinned !== 0 || left === right) return pinned || a.number - b.number;
      if (left === null || right === null) return left === null ? 1 : -1;
      return isFalling ? right - left : left - right;
    });
}
