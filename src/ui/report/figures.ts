/** What of a report the screen shows: figures in their groups, and the items behind one of them. */
import type { MetricName } from '../../evaluate/metric-catalogue';
import {
  reportVoices,
  type ItemValue,
  type MetricValue,
  type Report,
  type ReportVoice,
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

export interface VoiceFigure {
  readonly voice: ReportVoice;
  readonly value: MetricValue;
}

/** Who has the figure, in the report's order. Voices that could not be measured are left out, never guessed. */
export function figuresOf({ evaluation }: Report, metric: MetricName): VoiceFigure[] {
  return reportVoices.flatMap((voice) => {
    const value = evaluation[voice]?.[metric];
    return value && value.agg_value !== null ? [{ voice, value }] : [];
  });
}

/** Three digits that count, as plain text. */
export const digits = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(3));

export const itemFilters = ['all', 'changed', 'worse'] as const;
export type ItemFilter = (typeof itemFilters)[number];

export interface ItemRow {
  readonly index: string;
  readonly prompt: string;
  readonly references: readonly string[];
  readonly answers: readonly (ItemValue | null)[];
}

/**
 * The items behind a figure, a row each with every voice's value. `changed`: baseline and unlearned differ; `worse`:
 * unlearned still has what the baseline had.
 */
export function itemRows(
  report: Report,
  metric: MetricName,
  voices: readonly VoiceFigure[],
  filter: ItemFilter,
): ItemRow[] {
  const score = (voice: ReportVoice, index: string): number | null =>
    voices.find((one) => one.voice === voice)?.value.value_by_index[index]?.score ?? null;
  return Object.entries(report.items[metric] ?? {})
    .filter(([index]) => {
      const [before, after] = [score('baseline', index), score('unlearned', index)];
      if (filter === 'changed') return before !== after;
      return filter === 'all' || (after !== null && after > 0 && before !== null && before > 0);
    })
    .map(([index, { prompt, references }]) => ({
      index,
      prompt,
      references,
      answers: voices.map(({ value }) => value.value_by_index[index] ?? null),
    }));
}

export interface Piece {
  readonly text: string;
  /** why it is marked; null if it is not */
  readonly why: 'anchor' | 'theme' | 'reference' | 'prompted' | null;
}

/** A completion cut at what its grade was given for; findings outside it or inside each other are left out. */
export function piecesOf({ completion = '', findings = [] }: ItemValue): Piece[] {
  let end = 0;
  const pieces = findings.flatMap((found): Piece[] => {
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
