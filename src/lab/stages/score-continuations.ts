/** The probability of given texts after their prompts. */
import { continuationProbabilities, type ExpectedText } from '../../evaluate/continuation-probability';
import type { RunSettings } from '../../methods/settings';
import type { AdapterVariant } from '../../model/adapter-bank';
import { askedAs, type Chat } from '../asked-prompts';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import { openedModel } from '../opened-adapter';

export interface ScoreContinuationsInput {
  readonly texts: readonly ExpectedText[];
  /** `opened`: the adapter that was opened to compare */
  readonly variant: AdapterVariant | 'opened';
  /** Whether prompts are asked as in a chat, and how it begins; null: they are continued. @default null */
  readonly chat?: Chat | null;
}

/** One probability per text. @throws LetheError stage/order before a model is loaded, adapter/none, chat/none, chat/failed */
export async function* scoreContinuations(
  { workspace }: Lab,
  { texts, variant, chat = null }: ScoreContinuationsInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<number[]> {
  const { model, files } = await workspace.baseline('scoreContinuations', settings);
  yield activity('scoring');
  const asTokens = await askedAs(files, chat);
  if (variant === 'opened') {
    const opened = await openedModel(workspace, settings);
    try {
      return await continuationProbabilities(opened.evaluated, asTokens, texts, signal);
    } finally {
      await opened.release();
    }
  }
  const evaluated = { model, bank: workspace.bank(settings), variantRef: workspace.refOf(variant) };
  return continuationProbabilities(evaluated, asTokens, texts, signal);
}
