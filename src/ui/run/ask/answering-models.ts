/** Which trained models answer a prompt, and which of those that answered are gone. */
import type { EvaluatedVariant } from '../../../evaluate/report';
import type { Stages } from '../stages';
import type { AnsweringModels } from './conversation.svelte';

export function answeringModels({ reinforce, unlearn }: Stages): AnsweringModels {
  return {
    reinforced: reinforce.outcome?.made?.id ?? null,
    unlearned: unlearn.outcome?.made?.id ?? null,
  };
}

/** The variants whose answers come from models that have been trained anew since. */
export function goneVariants(answered: AnsweringModels, now: AnsweringModels): EvaluatedVariant[] {
  return [
    ...(answered.reinforced === now.reinforced ? [] : (['reinforced', 'equation1'] as const)),
    ...(answered.unlearned === now.unlearned ? [] : (['unlearned'] as const)),
  ];
}
