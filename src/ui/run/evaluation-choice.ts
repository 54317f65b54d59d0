/** The choices for the next evaluation: its scope and its prompts. */
import type { PromptFile } from '../../evaluate/prompt-file';
import { evaluationParts, type EvaluateInput } from '../../lab/evaluate-input';
import type { Scope } from './evaluation-scope';

/** Prompts from the user's file; those that are rejected have a reason. */
export interface OwnPromptFile extends PromptFile {
  /** name of their file */
  readonly name: string;
}

export interface EvaluationChoice {
  readonly scope: Scope;
  /** used instead of those of the data set; null = those of the data set */
  readonly prompts: OwnPromptFile | null;
}

export const defaultEvaluation: EvaluationChoice = { scope: 'core', prompts: null };

/** The same for the lab. A file without a valid prompt changes nothing. */
export function evaluateInput({ scope, prompts }: EvaluationChoice): EvaluateInput {
  const own = prompts && prompts.prompts.length > 0 ? { prompts: prompts.prompts } : {};
  return { parts: evaluationParts[scope], ...own };
}
