/** How likely a text is after a prompt. */
import { afterContext } from '../files/continuation';
import type { EvaluatedModel } from '../model/evaluated-model';
import { score } from '../model/score';
import type { AsTokens } from './prompt-tokens';

/** `expected` follows the prompt as it is: a word begins with its space. */
export interface ExpectedText {
  readonly prompt: string;
  readonly expected: string;
}

/** The probability of each expected text, which is that of all its tokens. */
export async function continuationProbabilities(
  evaluated: EvaluatedModel,
  asTokens: AsTokens,
  texts: readonly ExpectedText[],
  signal?: AbortSignal,
): Promise<number[]> {
  const found: number[] = [];
  for (const { prompt, expected } of texts) {
    const whole = asTokens(prompt, expected);
    const { ids } = afterContext(asTokens(prompt), whole);
    const [scored] = await score(evaluated, [whole], 1, signal);
    const nll = scored?.nll.subarray(-ids.length).reduce((sum, x) => sum + x, 0) ?? Number.NaN;
    found.push(Math.exp(-nll));
  }
  return found;
}
