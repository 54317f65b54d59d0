/** The recorded answer of equation 1 that is nearest to an α. */
import type { WrittenToken } from '../lab/events';
import type { RecordedAnswer } from './recorded-run';

export interface AnswerAt {
  readonly alpha: number;
  readonly tokens: readonly WrittenToken[];
}

/** The largest α with a recorded answer; `used` is that of the run's settings. */
export function largestAlpha({ byAlpha }: Pick<RecordedAnswer, 'byAlpha'>, used: number): number {
  return byAlpha.reduce((most, { alpha }) => Math.max(most, alpha), used);
}

/**
 * The answer at the recorded α nearest to `alpha`, the smaller of two; null beyond the largest. That of `used`, the α of
 * the run's settings, has the likeliest alternatives of every token.
 */
export function answerAt(
  { tokens, byAlpha }: Pick<RecordedAnswer, 'tokens' | 'byAlpha'>,
  used: number,
  alpha: number,
): AnswerAt | null {
  if (alpha > largestAlpha({ byAlpha }, used)) return null;
  const own = { alpha: used, tokens: tokens.equation1 };
  const others = byAlpha.filter((one) => one.alpha !== used);
  const distance = (one: AnswerAt): number => Math.abs(one.alpha - alpha);
  return [...others, own]
    .sort((a, b) => a.alpha - b.alpha)
    .reduce((nearest, one) => (distance(one) < distance(nearest) ? one : nearest));
}
