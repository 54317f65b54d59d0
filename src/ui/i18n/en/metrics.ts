/** The title and the meaning of every figure, taken from the catalogue. */
import { fromEntries } from '../../../base/records';
import type { Figure } from '../../../evaluate/figure';
import { figureNames, figureOf, type FigureName } from '../../../evaluate/figures';

type Words = Pick<Figure, 'title' | 'meaning'>;

function words(name: FigureName): Words {
  const { title, meaning } = figureOf(name);
  return { title, meaning };
}

export const metrics: Record<FigureName, Words> = fromEntries(
  figureNames.map((name) => [name, words(name)] as const),
);
