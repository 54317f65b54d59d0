/** The choices for the next evaluation: its scope, its prompts and its tasks. */
import type { Task } from '../../evaluate/multiple-choice';
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
  /** multiple choice from the user's files, a task each, in place of the data set's; empty = that of the data set */
  readonly tasks: readonly Task[];
}

export const defaultEvaluation: EvaluationChoice = { scope: 'core', prompts: null, tasks: [] };

/** The same for the lab. A file without a valid prompt changes nothing. */
export function evaluateInput({ scope, prompts, tasks }: EvaluationChoice): EvaluateInput {
  const own = prompts && prompts.prompts.length > 0 ? { prompts: prompts.prompts } : {};
  return { parts: evaluationParts[scope], ...own, ...(tasks.length > 0 ? { tasks } : {}) };
}
