/** The parts of a report that the screen shows: metrics in groups, and the items behind one of them. */
import type { MetricName } from '../../../evaluate/metric-catalogue';
import {
  evaluatedVariants,
  type AttackName,
  type ItemValue,
  type MetricValue,
  type Report,
  type ReportItem,
  type EvaluatedVariant,
} from '../../../evaluate/report';

/** The rows of the paper's main table. */
export const firstTable = [
  'familiarity',
  'probabilityFamiliarity',
  'general',
  'neighbour',
  'perplexity',
] as const satisfies readonly MetricName[];

/** The cards, grouped by the question they answer. */
export const groupNames = ['forgotten', 'kept', 'gold'] as const;
export const groups: Readonly<Record<(typeof groupNames)[number], readonly MetricName[]>> = {
  forgotten: [
    'answers',
    'sayings',
    'names',
    'probability',
    'rougeL',
    'rougeLStemmed',
    'exactMemorisation',
    'extractionStrength',
    'minK',
    'membershipAuc',
    'familiarity',
    'probabilityFamiliarity',
  ],
  kept: ['general', 'neighbour', 'perplexity', 'modelUtility', 'repetition'],
  gold: [
    'truthRatio',
    'truthRatioGeometric',
    'forgetQuality',
    'forgetQualityGeometric',
    'privLeak',
    'klToGold',
    'agreementWithGold',
  ],
};

export interface VariantMetric {
  readonly variant: EvaluatedVariant;
  readonly value: MetricValue;
}

/** The variants that have the metric, in the report's order. Unmeasured ones are left out. */
export function metricsOf({ evaluation }: Report, metric: MetricName): VariantMetric[] {
  return evaluatedVariants.flatMap((variant) => {
    const value = evaluation[variant]?.[metric];
    return value && value.agg_value !== null ? [{ variant, value }] : [];
  });
}

/** Metrics from 0 to 1, whose axes end at 1. */
export const shares: ReadonlySet<MetricName> = new Set([
  'answers',
  'sayings',
  'names',
  'probability',
  'probabilityFamiliarity',
  'rougeL',
  'rougeLStemmed',
  'exactMemorisation',
  'extractionStrength',
  'membershipAuc',
  'general',
  'neighbour',
  'modelUtility',
  'repetition',
  'truthRatio',
  'truthRatioGeometric',
  'forgetQuality',
  'forgetQualityGeometric',
  'agreementWithGold',
]);

/** The items behind a metric: the prompts, and every variant's values. */
export interface Behind {
  readonly items: Readonly<Record<string, ReportItem>>;
  readonly variants: readonly VariantMetric[];
}

export function behind(report: Report, metric: MetricName): Behind {
  return { items: report.items[metric] ?? {}, variants: metricsOf(report, metric) };
}

/** The items of one attack. */
export function behindAttack({ attacks }: Report, attack: AttackName, metric: MetricName): Behind {
  const found = attacks?.[attack];
  const variants = evaluatedVariants.flatMap((variant) => {
    const value = found?.voices[variant]?.[metric];
    return value && value.agg_value !== null ? [{ variant, value }] : [];
  });
  return { items: found?.items[metric] ?? {}, variants };
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
