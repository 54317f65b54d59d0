/** Greedy completions of many prompts, in batches of similar length. */
import { largest } from '../base/extremes';
import { generate } from '../model/generate';
import { generationInputOf } from '../model/evaluated-model';
import { groupsOf } from '../model/sequences';
import type { EvalContext } from './eval-context';
import { promptIds } from './prompt-tokens';

export interface CompletionSettings {
  readonly maxTokens: number;
  /** whether a completion ends with its first sentence */
  readonly sentence: boolean;
}

/** Most tokens of a completion: enough for the longest name or phrase and the end of its sentence. */
export const SENTENCE: CompletionSettings = { maxTokens: 16, sentence: true };

/** The completion of each prompt as token ids, in the order of the prompts. Yields how many more are done. */
export async function* completing(
  { evaluated, tokenizer, batch }: EvalContext,
  prompts: readonly string[],
  { maxTokens, sentence }: CompletionSettings,
  signal: AbortSignal,
): AsyncGenerator<number, readonly (readonly number[])[]> {
  const { model, bank } = evaluated;
  const all = prompts.map((prompt, index) => ({ index, ids: promptIds(tokenizer, prompt) }));
  const room =
    largest(
      all.map(({ ids }) => ids.length),
      0,
    ) + maxTokens;
  const settings = {
    maxTokens,
    room,
    stopAt: model.config.eosTokenIds,
    isWhole: (ids: readonly number[]) => sentence && endsSentence(tokenizer.tokenText(ids.at(-1) ?? 0)),
  };
  const texts = prompts.map((): number[] => []);
  const inOrder = [...all].sort((a, b) => a.ids.length - b.ids.length);
  for (const group of groupsOf(inOrder, batch)) {
    // The last batch is filled up with its first prompt, so that every batch runs the same graph.
    const asked = Array.from({ length: batch }, (_, row) => group[row] ?? group[0]);
    const inputs = asked.flatMap((one) => (one ? [generationInputOf(evaluated, one.ids)] : []));
    for await (const written of generate(model, bank, inputs, settings, signal)) {
      for (const { input, id } of written) {
        const index = group[input]?.index;
        if (index !== undefined) texts[index]?.push(id);
      }
    }
    yield group.length;
  }
  return texts;
}

function endsSentence(token: string): boolean {
  return /[.?!]["”’]?$/u.test(token);
}
