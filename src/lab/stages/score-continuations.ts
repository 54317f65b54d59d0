/** The probability of given texts after their prompts. */
import { continuationProbabilities, type ExpectedText } from '../../evaluate/continuation-probability';
import type { RunSettings } from '../../methods/settings';
import type { AdapterVariant } from '../../model/adapter-bank';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';

export interface ScoreContinuationsInput {
  readonly texts: readonly ExpectedText[];
  readonly variant: AdapterVariant;
}

/** One probability per text. @throws LetheError stage/order before a model is loaded */
export async function* scoreContinuations(
  { workspace }: Lab,
  { texts, variant }: ScoreContinuationsInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<number[]> {
  const { model, files } = await workspace.baseline('scoreContinuations', settings);
  yield activity('scoring');
  const evaluated = { model, bank: workspace.bank(settings), variantRef: workspace.refOf(variant) };
  return continuationProbabilities(evaluated, files.tokenizer, texts, signal);
}
