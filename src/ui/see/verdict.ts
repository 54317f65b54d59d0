/** In a word, what a run did to the text that was to be forgotten, and to what was to be kept. */
import type { BeforeAfter } from '../../recorded/proof';

export type Verdict = 'forgotten' | 'partly' | 'known' | 'unknown';

/** Of fewer right answers before, nothing can be said. */
const KNEW = 0.1;

/** By the share of the right answers that is gone: three quarters, or one. */
export function verdictOf([before, after]: BeforeAfter): Verdict {
  if (before < KNEW) return 'unknown';
  const gone = (before - after) / before;
  return gone >= 0.75 ? 'forgotten' : gone >= 0.25 ? 'partly' : 'known';
}

/** Null: there was too little to lose. */
export function keptOf([before, after]: BeforeAfter): 'kept' | 'lost' | null {
  if (before < KNEW) return null;
  return after >= 0.9 * before ? 'kept' : 'lost';
}
