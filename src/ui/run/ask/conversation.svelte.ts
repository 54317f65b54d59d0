/** The prompt in the field, the last one sent, and what every variant answers. */
import { Stage } from '../stage.svelte';
import { noAnswer, type Answer } from './answer';
import { modelVariants } from './asking';

export class Conversation {
  readonly stage = new Stage<string[][]>();
  /** the prompt in the input field; null: untouched */
  prompt = $state<string | null>(null);
  /** the last prompt sent, which the answers continue */
  asked = $state.raw('');
  /** what each variant has written so far, in the order of `modelVariants`; then gold's */
  answers = $state.raw<readonly Answer[]>([]);
  /** the translated prompt that the baseline reads in equation 1; null if it reads the prompt itself */
  translatedPrompt = $state.raw<string | null>(null);

  /** Empties the answers for a prompt that is being sent. */
  begin(): void {
    this.answers = modelVariants.map(() => noAnswer);
    this.translatedPrompt = null;
  }

  /** Resets it for another model; the prompt stays. */
  reset(): void {
    this.stage.reset();
    this.answers = [];
  }
}
