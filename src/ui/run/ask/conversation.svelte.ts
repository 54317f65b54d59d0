/** The prompt in the field, the last one sent, and what every variant answers. */
import type { AdapterOrigin } from '../../../lab/stages/open-adapter';
import { Stage } from '../stage.svelte';
import { noAnswer, type Answer } from './answer';
import { modelVariants } from './asking';

/** The trained models that answered, by the hash of what they are; null: not trained. */
export interface AnsweringModels {
  readonly reinforced: string | null;
  readonly unlearned: string | null;
}

/** Where the answers come from. */
export type AnswerSource =
  | { readonly kind: 'recorded' }
  /** `alpha`: that of equation 1’s answer; null while another is being generated */
  | {
      readonly kind: 'live';
      readonly models: AnsweringModels;
      readonly alpha: number | null;
      /** the adapter made elsewhere that answered too; null: none */
      readonly opened: AdapterOrigin | null;
    };

interface BeginOptions {
  readonly alpha: number;
  /** @default null */
  readonly opened?: AdapterOrigin | null;
  /** @default false */
  readonly isChat?: boolean;
}

const EQUATION1 = modelVariants.indexOf('equation1');

export class Conversation {
  readonly stage = new Stage<string[][]>();
  /** the prompt in the input field; null: untouched */
  prompt = $state<string | null>(null);
  /** the last prompt sent, which the answers continue */
  asked = $state.raw('');
  /** whether it was asked as in a chat */
  isChat = $state.raw(false);
  /** what each variant has written so far, in the order of `modelVariants`; then that of an opened adapter, then gold's */
  answers = $state.raw<readonly Answer[]>([]);
  /** null: there are no answers */
  source = $state.raw<AnswerSource | null>(null);
  /** the translated prompt that the baseline reads in equation 1; null if it reads the prompt itself */
  translatedPrompt = $state.raw<string | null>(null);

  /** Shows answers of the recorded run. */
  recall(prompt: string, answers: readonly Answer[]): void {
    this.asked = prompt;
    this.isChat = false;
    this.answers = answers;
    this.translatedPrompt = null;
    this.source = { kind: 'recorded' };
  }

  /** Empties the answers for a prompt that is being sent. */
  begin(
    prompt: string,
    { alpha, opened = null, isChat = false, ...models }: AnsweringModels & BeginOptions,
  ): void {
    this.asked = prompt;
    this.isChat = isChat;
    this.answers = modelVariants.map(() => noAnswer);
    this.translatedPrompt = null;
    this.source = { kind: 'live', models, alpha, opened };
  }

  /** Replaces the live answer of equation 1 by that of `alpha`, or by the beginning of one. */
  replaceEquation1(answer: Answer, alpha: number | null): void {
    if (this.source?.kind !== 'live') return;
    this.answers = this.answers.map((one, row) => (row === EQUATION1 ? answer : one));
    this.source = { ...this.source, alpha };
  }

  /** Removes all answers. */
  clear(): void {
    this.answers = [];
    this.asked = '';
    this.source = null;
    this.translatedPrompt = null;
  }

  /** Resets it for another model; the prompt and recorded answers stay. */
  reset(): void {
    this.stage.reset();
    if (this.source?.kind === 'live') this.clear();
  }
}
