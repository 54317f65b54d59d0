/**
 * What there is to say of a figure: the question that it helps to answer, its unit, and its words. The screens, the CSV
 * and the printable report take it from here.
 */

/** The questions of a report. Each has one direction that is good, whatever the figure. */
export const figureGroups = {
  forgotten: { title: 'Is it forgotten?', good: 'less' },
  kept: { title: 'Is the rest still there?', good: 'same' },
  recovered: { title: 'Can it be brought back?', good: 'less' },
  gold: { title: 'How far from never having read it?', good: 'gold' },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly good: Good }>>;
export type FigureGroup = keyof typeof figureGroups;

/** `less`: down to the gold model; `same`: as before; `gold`: as the gold model, from either side. */
export type Good = 'less' | 'same' | 'gold';

export const goodWords: Readonly<Record<Good, string>> = {
  less: 'less is good',
  same: 'no change is good',
  gold: 'close to a model that never read it is good',
};

/** An axis; null: it ends where the values do. */
interface Axis {
  readonly low: number | null;
  readonly high: number | null;
  /** how far an axis without an end reaches, as a multiple of the largest value. @default 1 */
  readonly room?: number;
  /** @default false */
  readonly isLogarithmic?: boolean;
}

const units = {
  share: { low: 0, high: 1 },
  /** of completion familiarity */
  points: { low: 0, high: 5 },
  perplexity: { low: 1, high: null, room: 2 },
  nats: { low: 0, high: null },
  /** a relative difference, in percent */
  difference: { low: null, high: null },
  /** a p-value; what is smaller than the axis is at its end */
  p: { low: 1e-6, high: 1, isLogarithmic: true },
} as const satisfies Readonly<Record<string, Axis>>;
export type Unit = keyof typeof units;

export function axisOf(unit: Unit): Axis {
  return units[unit];
}

export interface Figure {
  readonly title: string;
  /** in one or two plain sentences */
  readonly meaning: string;
  readonly group: FigureGroup;
  readonly unit: Unit;
  /** whether it is shown on request only. @default false */
  readonly isMore?: boolean;
  /** the value of a model like gold, for figures that compare with gold. @default what gold itself gets */
  readonly ideal?: number;
  /** the paper's values for Llama-2-7b-chat and another text, for orientation only (arXiv 2310.02238) */
  readonly paper?: { readonly before: number; readonly after: number };
}
