/** What of a report the screen shows: metrics in their groups, and the items behind one of them. */
import type { MetricName } from '../../evaluate/metric-catalogue';
import {
  evaluatedVariants,
  type AttackName,
  type ItemValue,
  type MetricValue,
  type Report,
  type ReportItem,
  type EvaluatedVariant,
} from '../../evaluate/report';

/** The rows of the paper's own table. */
export const firstTable = [
  'familiarity',
  'probabilityFamiliarity',
  'general',
  'neighbour',
  'perplexity',
] as const satisfies readonly MetricName[];

/** The cards, by the question they answer. */
export const groupNames = ['forgotten', 'kept', 'gold'] as const;
export const groups: Readonly<Record<(typeof groupNames)[number], readonly MetricName[]>> = {
  forgotten: [
    'answers',
    'sayings',
    'names',
    'probability',
    'rougeL',
    'exactMemorisation',
    'extractionStrength',
    'minK',
    'membershipAuc',
    'familiarity',
    'probabilityFamiliarity',
  ],
  kept: ['general', 'neighbour', 'perplexity', 'modelUtility', 'repetition'],
  gold: ['truthRatio', 'forgetQuality', 'privLeak', 'klToGold', 'agreementWithGold'],
};

export interface VariantMetric {
  readonly variant: EvaluatedVariant;
  readonly value: MetricValue;
}

/** Who has the metric, in the report's order. Variants that could not be measured are left out, never guessed. */
export function metricsOf({ evaluation }: Report, metric: MetricName): VariantMetric[] {
  return evaluatedVariants.flatMap((variant) => {
    const value = evaluation[variant]?.[metric];
    return value && value.agg_value !== null ? [{ variant, value }] : [];
  });
}

/** Metrics from 0 to 1, so that their axes end at 1. */
export const shares: ReadonlySet<MetricName> = new Set([
  'answers',
  'sayings',
  'names',
  'probability',
  'probabilityFamiliarity',
  'rougeL',
  'exactMemorisation',
  'extractionStrength',
  'membershipAuc',
  'general',
  'neighbour',
  'modelUtility',
  'repetition',
  'truthRatio',
  'forgetQuality',
  'agreementWithGold',
]);

/** The metrics behind which the items stand: what was asked, and every variant's values. */
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
  /** why it is marked; null if it is not */
  readonly why: 'anchor' | 'theme' | 'reference' | 'prompted' | null;
}

/** A completion cut at what its grade was given for; findings outside it or inside each other are left out. */
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
