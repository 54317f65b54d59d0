/** Runs for tests. */
import { settingsFor } from '../../methods/settings';
import type { SavedRun } from '../../store/saved-runs';
import { savedRun, type ListedRun } from './listed-run';

/** A saved run of the default settings with these right answers; its seed is its number. */
export function microRun(number: number, answers: number | null, part: Partial<SavedRun> = {}): ListedRun {
  const saved: SavedRun = {
    id: `run-${number}`,
    number,
    at: 0,
    isPinned: false,
    isOpened: false,
    seed: number,
    seconds: 1,
    settings: { ...settingsFor('whp'), seed: number },
    hashes: { model: 'a' },
    figures: { unlearned: { answers } },
    ...part,
  };
  return savedRun(saved);
}

/** The settings of a run with another α. */
export const withAlpha = (alpha: number, seed = 1): Pick<SavedRun, 'settings' | 'seed'> => ({
  seed,
  settings: { ...settingsFor('whp'), alpha, seed },
});
