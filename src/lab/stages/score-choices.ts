/** Multiple choice: the log-probability of each option of each question. */
import { optionScores, type Choice } from '../../evaluate/multiple-choice';
import type { AdapterVariant } from '../../model/adapter-bank';
import type { RunSettings } from '../../methods/settings';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';

export interface ScoreChoicesInput {
  readonly questions: readonly Choice[];
  readonly variant: AdapterVariant;
}

/** Token sequences per batch. */
const BATCH = 4;

/** Mean ln p per token of every option of every question. */
export async function* scoreChoices(
  { workspace }: Lab,
  { questions, variant }: ScoreChoicesInput,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<number[][]> {
  const { model, files } = await workspace.baseline('scoreChoices', settings);
  yield activity('scoring');
  const bank = workspace.bank(settings);
  const evaluated = { model, bank, variantRef: workspace.refOf(variant) };
  return optionScores(evaluated, files.tokenizer, questions, BATCH, signal);
}
