/** The figures of a model card: only what was measured, of the baseline and of the unlearned model. */
import { figureIn, figureNames, figureOf, type FigureName } from '../evaluate/figures';
import type { Report } from '../evaluate/report';

interface Values {
  readonly before: number | null;
  readonly after: number | null;
}

export interface CardFigure {
  readonly title: string;
  readonly meaning: string;
  readonly before: number;
  readonly after: number;
}

/** What is measured right after an unlearning. */
interface Measures {
  readonly names: number;
  readonly perplexity: number;
}

/** Those of a report or, without one, those that follow an unlearning; null: it was not measured. */
export function cardFigures(
  compared: { readonly before: Measures; readonly after: Measures } | null,
  report: Report | null,
): CardFigure[] {
  if (report)
    return figureNames.flatMap((name) =>
      row(name, { before: figureIn(report, name, 'baseline'), after: figureIn(report, name, 'unlearned') }),
    );
  if (!compared) return [];
  const { before, after } = compared;
  return [
    ...row('names', { before: before.names, after: after.names }),
    ...perplexityFigure({ before: before.perplexity, after: after.perplexity }),
  ];
}

export const perplexityFigure = (values: Values): CardFigure[] => row('perplexity', values);

function row(name: FigureName, { before, after }: Values): CardFigure[] {
  const { title, meaning } = figureOf(name);
  const isMeasured = before !== null && after !== null && Number.isFinite(before) && Number.isFinite(after);
  return isMeasured ? [{ title, meaning, before, after }] : [];
}
