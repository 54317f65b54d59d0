/** The items behind a metric: the prompts, and what every variant made of them. */
import type { JudgeGrades } from '../../../evaluate/judge-grades';
import { measuresOf, sourceOf, type FigureName } from '../../../evaluate/figures';
import type { MetricName } from '../../../evaluate/metric-catalogue';
import type { EvaluatedVariant, ItemValue, MetricValue, Report, ReportItem } from '../../../evaluate/report';

export interface VariantMetric {
  readonly variant: EvaluatedVariant;
  readonly value: MetricValue;
}

export interface Behind {
  readonly items: Readonly<Record<string, ReportItem>>;
  /** in the report's order, without those that were not measured */
  readonly variants: readonly VariantMetric[];
  /** what a language model said of the completions; null: it was not asked about these */
  readonly judge: JudgeGrades | null;
}

/** `metric`: for an attack, which of its metrics. @default that of the figure */
export function behind(report: Report, name: FigureName, metric = sourceOf(name).metric): Behind {
  const { attack } = sourceOf(name);
  const items = attack === null ? report.items : report.attacks?.[attack]?.items;
  const variants = measuresOf(report, name)
    .filter((one) => one.metric === metric && one.value.agg_value !== null)
    .map(({ variant, value }) => ({ variant, value }));
  const isGraded = attack === null && metric === 'familiarity';
  const judge = (isGraded ? report.judge : null) ?? null;
  return { items: items?.[metric] ?? {}, variants, judge };
}

/** The metrics behind a figure: one, or those that its attack was measured by. */
export function metricsBehind(report: Report, name: FigureName): MetricName[] {
  return [...new Set(measuresOf(report, name).map(({ metric }) => metric))];
}

export interface CompletionPiece {
  readonly text: string;
  /** reason for the mark; null if unmarked */
  readonly why: 'anchor' | 'theme' | 'reference' | 'prompted' | null;
}

/** A completion split at the evidence for its grade; findings outside it or nested in others are left out. */
export function completionPieces({ completion = '', findings = [] }: ItemValue): CompletionPiece[] {
  let end = 0;
  const pieces = findings.flatMap((found): CompletionPiece[] => {
    if (found.start < end || found.end > completion.length) return [];
    const before = completion.slice(end, found.start);
    end = found.end;
    return [
      { text: before, why: null },
      { text: completion.slice(found.start, found.end), why: found.prompted ? 'prompted' : found.kind },
    ];
  });
  return [...pieces, { text: completion.slice(end), why: null }].filter(({ text }) => text !== '');
}
