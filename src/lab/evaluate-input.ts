/** What to evaluate, and how. */
import type { Task } from '../evaluate/multiple-choice';
import { evalPartNames, type EvalPartName } from '../evaluate/parts/parts';
import type { FamiliarityPrompt } from '../evaluate/prompt-file';
import { attackNames, evaluatedVariants, type AttackName, type EvaluatedVariant } from '../evaluate/report';

export type EvaluationPart = EvalPartName | AttackName;

/** `core` is everything except the attacks. */
export const evaluationParts: Readonly<Record<'core' | 'attacks' | 'full', readonly EvaluationPart[]>> = {
  core: evalPartNames,
  attacks: attackNames,
  full: [...evalPartNames, ...attackNames],
};

export interface EvaluateInput {
  /** Variants to evaluate. The gold model is left out if the data set has none. @default baseline, unlearned, gold */
  readonly variants?: readonly EvaluatedVariant[];
  /** Parts to run. @default evaluationParts.core */
  readonly parts?: readonly EvaluationPart[];
  /**
   * Prompts of the user's in place of the data set's, as `parsePrompts` (evaluate/prompt-file.ts) reads them; the
   * data set's phrases are then left out, too.
   */
  readonly prompts?: readonly FamiliarityPrompt[];
  /** Multiple choice of the user's in place of the data set's, as `parseTasks` (evaluate/task-file.ts) reads it. */
  readonly tasks?: readonly Task[];
  /** Prompts per batch. @default 16 */
  readonly batch?: number;
}

export interface EvaluationPlan {
  readonly variants: readonly EvaluatedVariant[];
  readonly parts: readonly EvalPartName[];
  readonly attacks: readonly AttackName[];
  readonly prompts: readonly FamiliarityPrompt[] | null;
  readonly tasks: readonly Task[] | null;
  readonly batch: number;
}

const DEFAULT_VARIANTS: readonly EvaluatedVariant[] = ['baseline', 'unlearned', 'gold'];
const DEFAULT_BATCH = 16;

/** The input with its defaults, in the order of a report, without duplicates. */
export function planOf({
  variants = DEFAULT_VARIANTS,
  parts = evaluationParts.core,
  prompts,
  tasks,
  batch = DEFAULT_BATCH,
}: EvaluateInput): EvaluationPlan {
  return {
    variants: evaluatedVariants.filter((variant) => variants.includes(variant)),
    parts: evalPartNames.filter((part) => parts.includes(part)),
    attacks: attackNames.filter((attack) => parts.includes(attack)),
    prompts: prompts ?? null,
    tasks: tasks ?? null,
    batch,
  };
}
