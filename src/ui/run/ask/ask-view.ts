/** What the panel for prompts shows, and what the user can do there. */
import type { RunSettings } from '../../../methods/settings';
import type { Asking } from './asking';
import type { Conversation } from './conversation.svelte';
import type { Phase } from '../stage.svelte';

export interface AskView {
  readonly conversation: Readonly<Pick<Conversation, 'prompt' | 'asked' | 'answers' | 'translatedPrompt'>> & {
    readonly stage: { readonly phase: Phase };
  };
  /** prompts of the recorded run, which are answered while no model is loaded */
  readonly recorded: readonly string[];
  /** whether the reinforced model was trained on this device */
  readonly isReinforced: boolean;
  /** whether the unlearned model was trained on this device */
  readonly isUnlearned: boolean;
  readonly logitSpace: RunSettings['logitSpace'];
  readonly isBusy: boolean;
  /** whether a prompt can be sent: a run answers between two of its steps, loading does not */
  readonly canAsk: boolean;
}

export interface AskActions {
  /** Puts a prompt into the field. */
  readonly write: (prompt: string) => void;
  readonly send: (prompt: string, asking: Asking) => void;
  readonly stop: () => void;
}
