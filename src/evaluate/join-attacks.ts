/** Adds attacks that were run after an evaluation to its report. */
import { isSame } from '../base/same';
import type { Report } from './report';

/**
 * `report` with the attacks of `later`, or null if those were run on other models, texts or settings. If both have an
 * attack, the later one is kept.
 */
export function joinAttacks(report: Report, later: Report): Report | null {
  if (!isSame(report.hashes, later.hashes) || !isSame(report.settings, later.settings)) return null;
  const { evaluation } = report;
  return {
    ...report,
    ...(later.leftOut && { leftOut: later.leftOut }),
    evaluation: { ...evaluation, seconds: evaluation.seconds + later.evaluation.seconds },
    curves: { ...report.curves, ...later.curves },
    attacks: { ...report.attacks, ...later.attacks },
  };
}
