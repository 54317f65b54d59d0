/** The choices for the next evaluation: its scope and its prompts. */
import type { PromptFile } from '../evaluate/prompt-file';
import { evaluationParts, type EvaluateInput } from '../lab/evaluate-input';
import type { Scope } from './evaluation-scope';

/** Prompts from the user's file; those that are rejected have a reason. */
export interface OwnPrompts extends PromptFile {
  /** name of their file */
  readonly name: string;
}

export class EvaluationChoice {
  scope = $state<Scope>('core');
  /** used instead of those of the data set; null = those of the data set */
  prompts = $state.raw<OwnPrompts | null>(null);

  get input(): EvaluateInput {
    const own = this.prompts && this.prompts.prompts.length > 0 ? { prompts: this.prompts.prompts } : {};
    return { parts: evaluationParts[this.scope], ...own };
  }
}
