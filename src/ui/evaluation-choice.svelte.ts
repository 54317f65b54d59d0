/** What the next evaluation asks: how much of it, and whose prompts. */
import type { PromptFile } from '../evaluate/prompt-file';
import { evaluationParts, type EvaluateInput } from '../lab/evaluate-input';
import type { Scope } from './evaluation-scope';

/** Prompts that the user brought; those that are not used come with their reasons. */
export interface OwnPrompts extends PromptFile {
  /** of their file */
  readonly name: string;
}

export class EvaluationChoice {
  scope = $state<Scope>('core');
  /** asked instead of the world's; null = the world's */
  prompts = $state.raw<OwnPrompts | null>(null);

  get input(): EvaluateInput {
    const own = this.prompts && this.prompts.prompts.length > 0 ? { prompts: this.prompts.prompts } : {};
    return { parts: evaluationParts[this.scope], ...own };
  }
}
