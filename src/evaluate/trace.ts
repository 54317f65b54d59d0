/** One true answer, token by token: how likely it is during training. */
import { score } from '../model/score';
import { tokenLabel } from '../text/token-labels';
import type { EvalContext } from './eval-context';
import { answerTokens } from './prompt-tokens';

export interface Traced {
  readonly prompt: string;
  /** the answer's tokens as texts */
  readonly tokens: readonly string[];
  /** prompt and answer */
  readonly ids: Int32Array;
  /** index of the first token of the answer */
  readonly start: number;
}

/** The answer to the first prompt that has a reference; null if none has one. */
export function tracedAnswer({ questions, tokenizer }: EvalContext): Traced | null {
  const asked = questions.prompts.find(({ references }) => references.length > 0);
  if (!asked) return null;
  const [answer = ''] = asked.references;
  const { ids, start } = answerTokens(tokenizer, { prompt: asked.prompt, answer });
  const tokens = [...ids.subarray(start)].map((id) => tokenLabel(tokenizer, id));
  return { prompt: asked.prompt, tokens, ids, start };
}

/** p of each token of the answer, given the true ones before it. */
export async function traceOf(
  { evaluated }: EvalContext,
  { ids, start }: Traced,
  signal?: AbortSignal,
): Promise<number[]> {
  const [found] = await score(evaluated, [ids], 1, signal);
  return [...(found?.nll.subarray(start - 1) ?? [])].map((nll) => Math.exp(-nll));
}
