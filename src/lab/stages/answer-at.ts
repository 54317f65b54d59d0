/** What equation 1 answers to the last prompt at another α: from the logits kept, and the model where they end. */
import { parseAlpha } from '../../methods/settings';
import { continuePair } from '../../model/continue-pair';
import type { LabJob } from '../events';
import type { Lab } from '../lab';
import { isOfToday } from '../last-answer';
import { Transcript } from '../transcript';

export interface AnswerAtInput {
  readonly alpha: number;
}

/**
 * The text, whose tokens are reported as row 0; null if the models that answered are gone.
 * @throws LetheError settings/invalid, stage/order before a model is loaded
 */
export async function* answerAt(
  { lastAnswer, workspace }: Lab,
  input: AnswerAtInput,
  signal: AbortSignal,
): LabJob<string | null> {
  const alpha = parseAlpha(input.alpha);
  const { files } = workspace.ready('answerAt');
  if (!lastAnswer || !isOfToday(lastAnswer, workspace)) return null;
  const { model, bank, cache, maxTokens, chooser } = lastAnswer;
  const transcript = new Transcript(files.tokenizer);
  const settings = { alpha, maxTokens, stopAt: files.config.eosTokenIds, choose: chooser() };
  for await (const tokens of continuePair(model, bank, cache, settings, signal))
    yield { kind: 'write', written: tokens.map((one) => transcript.add(0, one)) };
  return transcript.text(0);
}
