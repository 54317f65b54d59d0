/** What an attack brings back, beside what there was without it. */
import { metricNames, type MetricName } from '../../evaluate/metric-catalogue';
import { reportVoices, type AttackName, type Report, type ReportVoice } from '../../evaluate/report';

export interface AttackRow {
  readonly voice: ReportVoice;
  /** one per metric of the table */
  readonly cells: readonly {
    /** of the whole evaluation; null if it was not measured */
    readonly without: number | null;
    readonly under: number | null;
  }[];
}

export interface AttackTable {
  readonly metrics: readonly MetricName[];
  readonly rows: readonly AttackRow[];
}

/** Every voice that was attacked; null if the attack was not tried. */
export function attackTable({ attacks, evaluation }: Report, name: AttackName): AttackTable | null {
  const voices = attacks?.[name]?.voices;
  if (!voices) return null;
  const tried = reportVoices.filter((voice) => voices[voice]);
  const metrics = metricNames.filter((metric) => tried.some((voice) => voices[voice]?.[metric]));
  const rows = tried.map((voice) => ({
    voice,
    cells: metrics.map((metric) => ({
      without: evaluation[voice]?.[metric]?.agg_value ?? null,
      under: voices[voice]?.[metric]?.agg_value ?? null,
    })),
  }));
  return { metrics, rows };
}
