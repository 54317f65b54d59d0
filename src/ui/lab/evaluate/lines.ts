/** A curve of a report as the lines of a chart. */
import { evaluatedVariants, type Report } from '../../../evaluate/report';
import type { Line } from '../../kit/charts/Curves.svelte';
import { t } from '../../i18n/i18n.svelte';
import { variantColours } from './variant-colours';

/** One line per variant, in the report's order; empty without a curve. */
export function linesOf(curve: Report['curves'][string] | undefined): Line[] {
  return evaluatedVariants.flatMap((variant) => {
    const points = curve?.[variant];
    return points ? [{ name: t(`report.voices.${variant}`), color: variantColours[variant], points }] : [];
  });
}
