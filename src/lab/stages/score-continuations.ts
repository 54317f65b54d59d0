/** The probability of given texts after their prompts. */
import { continuationProbabilities, type ExpectedText } from '../../evaluate/continuation-probability';
import type { RunSettings } from '../../methods/settings';
import type { AdapterVariant } from '../../model/adapter-bank';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import { openedModel } from '../opened-adapter';

export interface ScoreContinuationsInput {
  readonly texts: readonly ExpectedText[];
  /** `opened`: the adapter that was opened to compare */
  readonly variant: AdapterVariant | 'opened';
}

/** One probability per text. @throws LetheError stage/order before a model is loaded, adapter/none */
export async function* scoreContinuations(
  { workspace }: Lab,
  { texts, variant }: ScoreContinuationsInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<number[]> {
  const { model, files } = await workspace.baseline('scoreContinuations', settings);
  yield activity('scoring');
  if (variant === 'opened') {
    const opened = await openedModel(workspace, settings);
    try {
      return await continuationProbabilities(opened.evaluated, files.tokenizer, texts, signal);
    } finally {
      await opened.release();
    }
  }
  const evaluated = { model, bank: workspace.bank(settings), variantRef: workspace.refOf(variant) };
  return continuationProbabilities(evaluated, files.tokenizer, texts, signal);
}
