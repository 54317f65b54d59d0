/** One evaluation of the forgetting during a training. */
import type { NextToken } from '../evaluate/next-token';
import type { CollapseWarning } from '../evaluate/collapse';
import type { MetricName } from '../evaluate/metric-catalogue';

/** The monitored metrics, on the subset. */
export const watched = ['familiarity', 'answers', 'general', 'perplexity', 'repetition'] as const;
export type WatchedName = (typeof watched)[number] & MetricName;

/** An evaluation begins, for which the training waits. */
export interface ProbeBegins {
  readonly kind: 'activity';
  readonly activity: 'scoring';
}

/** What was measured after `step` training steps. */
export interface ProbeEvent {
  readonly kind: 'probe';
  readonly step: number;
  readonly figures: Readonly<Record<WatchedName, number | null>>;
  /** p of each token of one true answer, see `Report.trace` */
  readonly trace: readonly number[];
  /** signs so far that training damages other knowledge */
  readonly warnings: readonly CollapseWarning[];
  /** what comes next after each watched sentence; absent in records of version 0.2 */
  readonly sentences?: readonly NextToken[];
}
