/** In a word, what a run did to the text that was to be forgotten. */
import type { BeforeAfter } from '../../recorded/proof';

export type Verdict = 'forgotten' | 'partly' | 'known';

/** By the share of the right answers that is gone: three quarters, or one. */
export function verdictOf([before, after]: BeforeAfter): Verdict {
  const gone = before > 0 ? (before - after) / before : 0;
  return gone >= 0.75 ? 'forgotten' : gone >= 0.25 ? 'partly' : 'known';
}
