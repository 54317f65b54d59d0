/** How the page watches the forgetting while it trains. */
import type { WatchInput } from '../lab/watch-settings';

export interface Watching {
  /** training steps between two looks; 0 = none */
  readonly every: number;
  /** whether the training ends by itself once it takes more than the text */
  readonly stopOnCollapse: boolean;
}

/**
 * In the browser a look at the shipped model costs two to three of its training steps (the first, which compiles, about
 * five), so seven looks lengthen its 260 steps by less than a tenth.
 */
export const defaultWatching: Watching = { every: 50, stopOnCollapse: false };

/** What the job is given; nothing where nobody looks. */
export function watchInput({ every, stopOnCollapse }: Watching): { watch?: WatchInput } {
  return every > 0 ? { watch: { every, stopOnCollapse } } : {};
}

/** What of it the result depends on: looking changes nothing, ending early does. */
export function watchBasis({ every, stopOnCollapse }: Watching): string {
  return every > 0 && stopOnCollapse ? ` until a collapse, seen every ${every}` : '';
}
