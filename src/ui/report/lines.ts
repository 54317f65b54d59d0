/** A curve of a report as the lines of a chart. */
import { reportVoices, type Report } from '../../evaluate/report';
import type { Line } from '../charts/Curves.svelte';
import { t } from '../i18n/i18n.svelte';
import { voiceColors } from './voice-colors';

/** One line per voice, in the report's order; none of no curve. */
export function linesOf(curve: Report['curves'][string] | undefined): Line[] {
  return reportVoices.flatMap((voice) => {
    const points = curve?.[voice];
    return points ? [{ name: t(`report.voices.${voice}`), color: voiceColors[voice], points }] : [];
  });
}
