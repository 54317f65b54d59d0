/** How the page monitors the forgetting while it trains. */
import type { MonitorSettings } from '../../lab/monitor-settings';

export interface Watching {
  /** training steps between two measurements; 0 = none */
  readonly every: number;
  /** whether the training stops on its own once it damages other knowledge */
  readonly stopOnCollapse: boolean;
}

/**
 * In the browser a measurement of the shipped model costs two to three of its training steps (the first, which
 * compiles, about five), so seven of them lengthen its 260 steps by less than a tenth.
 */
export const defaultWatching: Watching = { every: 50, stopOnCollapse: false };

/** The same for the lab; null where nothing is measured. */
export function monitorSettingsOf({ every, stopOnCollapse }: Watching): MonitorSettings | null {
  return every > 0 ? { every, stopOnCollapse, until: null } : null;
}
