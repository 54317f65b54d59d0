/** Multiple choice: how likely each option of each question is. */
import { optionScores, type Choice } from '../evaluate/multiple-choice';
import type { Voice } from '../model/adapter-bank';
import type { RunSettings } from '../unlearn/settings';
import type { Stage } from './events';
import type { Workspace } from './workspace';

export interface ChooseInput {
  readonly questions: readonly Choice[];
  readonly voice: Voice;
}

/** Rows of tokens scored at once. */
const BATCH = 4;

/** Mean ln p per token of every option of every question. */
export async function* choose(
  workspace: Workspace,
  { questions, voice }: ChooseInput,
  settings: RunSettings,
  signal: AbortSignal,
): Stage<number[][]> {
  const { model, files } = workspace.ready('choose');
  yield { kind: 'note', text: 'scoring' };
  const { bank } = await workspace.any(settings);
  return optionScores({ model, bank, speaking: { voice } }, files.tokenizer, questions, BATCH, signal);
}
