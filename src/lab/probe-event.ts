/** One look at the forgetting while it is trained. */
import type { CollapseWarning } from '../evaluate/collapse';
import type { MetricName } from '../evaluate/metric-catalogue';

/** The metrics that are watched, on the subset. */
export const watched = ['familiarity', 'answers', 'general', 'perplexity', 'repetition'] as const;
export type WatchedName = (typeof watched)[number] & MetricName;

/** What was seen after `step` training steps. */
export interface ProbeEvent {
  readonly kind: 'probe';
  readonly step: number;
  readonly figures: Readonly<Record<WatchedName, number | null>>;
  /** p of each token of one true answer, see `Report.trace` */
  readonly trace: readonly number[];
  /** signs so far that training takes more than the text */
  readonly warnings: readonly CollapseWarning[];
}
