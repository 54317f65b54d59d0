/** The settings of the prompt panel. */
import type { ModelVariant } from '../../../model/generation-inputs';
import type { AskInput } from '../../../lab/stages/ask';

/** The variants that answer a prompt, in the order of their answers. */
export const modelVariants = [
  'baseline',
  'reinforced',
  'equation1',
  'unlearned',
] as const satisfies readonly ModelVariant[];

export interface Asking {
  /** 0 is greedy */
  temperature: number;
  topP: number;
  seed: number;
  /** whether the baseline inside equation 1 reads the prompt's generic translation */
  isTranslated: boolean;
  /** whether the gold model answers too, which needs another download */
  gold: boolean;
  /** whether the prompt is asked as in a chat, by the template of the model */
  chats: boolean;
  /** what the model is told before; empty: nothing */
  system: string;
}

/** Greedy, "inference-only", without gold. */
export const plainly: Asking = {
  temperature: 0,
  topP: 0.95,
  seed: 1,
  isTranslated: false,
  gold: false,
  chats: false,
  system: '',
};

/** The same for the lab. */
export function askInput({
  temperature,
  topP,
  seed,
  isTranslated,
  gold,
  chats,
  system,
}: Asking): Pick<AskInput, 'sampled' | 'baselineReads' | 'gold' | 'chat'> {
  const baselineReads = isTranslated ? 'translation' : 'prompt';
  const plain = { baselineReads, gold, chat: chats ? { system } : null } as const;
  return temperature === 0 ? plain : { ...plain, sampled: { temperature, topP, seed } };
}
