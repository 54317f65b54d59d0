/** Each variant’s colour, the same wherever it is shown. */
import type { EvaluatedVariant } from '../../evaluate/report';

export const variantColours: Readonly<Record<EvaluatedVariant, string>> = {
  baseline: 'var(--series-baseline)',
  reinforced: 'var(--series-reinforced)',
  equation1: 'var(--series-equation1)',
  unlearned: 'var(--series-unlearned)',
  gold: 'var(--series-gold)',
};
