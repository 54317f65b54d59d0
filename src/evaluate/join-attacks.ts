/** Attacks that are tried after an evaluation belong into its report. */
import { isSame } from '../base/same';
import type { Report } from './report';

/**
 * `report` with what the attacks of `later` found, or null if they were tried on other models, texts or settings.
 * Attacks that both have are the later ones.
 */
export function joinAttacks(report: Report, later: Report): Report | null {
  if (!isSame(report.hashes, later.hashes) || !isSame(report.settings, later.settings)) return null;
  const { evaluation } = report;
  return {
    ...report,
    evaluation: { ...evaluation, seconds: evaluation.seconds + later.evaluation.seconds },
    curves: { ...report.curves, ...later.curves },
    attacks: { ...report.attacks, ...later.attacks },
  };
}
