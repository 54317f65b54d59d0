/** Each variant's colour, the same in every chart. */
import type { EvaluatedVariant } from '../../../evaluate/report';

export const variantColours: Readonly<Record<EvaluatedVariant, string>> = {
  baseline: 'var(--series-baseline)',
  reinforced: 'var(--series-reinforced)',
  equation1: 'var(--series-relu)',
  unlearned: 'var(--series-generic)',
  gold: 'var(--warn)',
};
