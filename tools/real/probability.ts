/** How likely a text is after a prompt. */
import { promptIds } from '../../src/evaluate/prompt-tokens';
import { afterContext } from '../../src/files/continuation';
import type { Tokenizer } from '../../src/files/tokenizer';
import type { EvaluatedModel } from '../../src/model/evaluated-model';
import { score } from '../../src/model/score';
import type { Continuation } from './texts';

/** The probability of each expected text, which is that of all its tokens. */
export async function probabilities(
  evaluated: EvaluatedModel,
  tokenizer: Tokenizer,
  continuations: readonly Continuation[],
): Promise<number[]> {
  const found: number[] = [];
  for (const { prompt, expected } of continuations) {
    const whole = promptIds(tokenizer, prompt + expected);
    const { ids } = afterContext(promptIds(tokenizer, prompt), whole);
    const [scored] = await score(evaluated, [whole], 1);
    const nll = scored?.nll.subarray(-ids.length).reduce((sum, x) => sum + x, 0) ?? Number.NaN;
    found.push(Math.exp(-nll));
  }
  return found;
}
