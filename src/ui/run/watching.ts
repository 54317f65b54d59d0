/** How the page monitors the forgetting while it trains. */
import type { MonitorSettings, WatchedSentence } from '../../lab/monitor-settings';

export interface Watching {
  /** training steps between two measurements; `doubling`: after 1, 2, 4, 8 … steps; 0 = none */
  readonly every: number | 'doubling';
  /** whether the training stops on its own once it damages other knowledge */
  readonly stopOnCollapse: boolean;
}

/**
 * Most is forgotten in the first steps. In the browser a measurement of the shipped model costs about five of its
 * training steps (the first, which compiles, about ten).
 */
export const defaultWatching: Watching = { every: 'doubling', stopOnCollapse: false };

/** The same for the lab; null where nothing is measured. */
export function monitorSettingsOf(
  { every, stopOnCollapse }: Watching,
  sentences: readonly WatchedSentence[],
): MonitorSettings | null {
  return every === 0 ? null : { every, stopOnCollapse, until: null, sentences: [...sentences] };
}
