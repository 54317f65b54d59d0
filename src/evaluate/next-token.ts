/** What a model would write next: the likeliest tokens after a text. */
import { expectations } from '../model/score';
import type { EvalContext } from './eval-context';
import { tokenLabel } from '../text/token-labels';
import { answerTokens, promptIds } from './prompt-tokens';

/** A token with its probability. */
export interface LikelyToken {
  readonly text: string;
  /** 0 … 1 */
  readonly probability: number;
}

export interface NextToken {
  /** the likeliest first */
  readonly top: readonly LikelyToken[];
  /** the first token of the answer; null without one */
  readonly answer: LikelyToken | null;
}

const LIKELIEST = 6;

/** For each prompt, the likeliest next tokens, and the first token of its answer. */
export async function nextTokens(
  { evaluated, tokenizer }: Pick<EvalContext, 'evaluated' | 'tokenizer'>,
  asked: readonly { readonly prompt: string; readonly answer: string | null }[],
  signal?: AbortSignal,
): Promise<NextToken[]> {
  const { config } = evaluated.model;
  const prompts = asked.map(({ prompt }) => promptIds(tokenizer, prompt));
  const found: NextToken[] = [];
  if (prompts.length === 0) return found;
  for await (const rows of expectations(evaluated, prompts, prompts.length, signal)) {
    for (const row of rows) {
      const last = row.subarray(row.length - config.vocabSize);
      const likely = (id: number): LikelyToken => ({
        text: tokenLabel(tokenizer, id),
        probability: Math.exp(last[id] ?? -Infinity),
      });
      const { prompt, answer } = asked[found.length] ?? { prompt: '', answer: null };
      const ids = answer === null ? null : answerTokens(tokenizer, { prompt, answer });
      found.push({
        top: strongest(last, LIKELIEST).map(likely),
        answer: ids && likely(ids.ids[ids.start] ?? 0),
      });
    }
  }
  return found;
}

/** The indices of the `k` greatest numbers, greatest first, ties by index. */
function strongest(row: Float32Array, k: number): number[] {
  return [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b).slice(0, k);
}
