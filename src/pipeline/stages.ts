/**
 * The stages of "Who's Harry Potter?" (arXiv 2310.02238), and the only place that says what each of them depends on.
 * Methods (methods/) are built from these, so order, fingerprints, "out of date" and what must run first follow from
 * here everywhere: in the page, in Node, in checkpoints and in restored runs.
 */
import type { StandardName } from '../settings/standard';
import type { StageSpec } from './stage';

/** How a text is cut into blocks, and what is drawn in them. */
export const blockSettings = ['seed', 'blockLength', 'remainder'] as const;
/** What every training depends on; by each plan, results differ in the last digits. */
const trainingSettings = [...blockSettings, 'lora', 'plan', 'weightBits'] as const;
/** How anchor terms are matched and replaced. */
export const translationSettings = [
  'anchors',
  'matchRule',
  'wordBoundary',
  'translationDraw',
  'maskRepeats',
  'forbid',
  'forbidFrom',
  'repeatedSentences',
] as const;

/**
 * Before step 1, for a text that the model does not know: fine-tune the model on it. What the model is then, is the
 * baseline of every later stage, so each of them needs this one.
 */
export const readStage = {
  reads: ['model', 'forgetSet', 'retainSet'],
  settings: [...trainingSettings, 'read'],
  needs: [],
  runsIf: 'readFirst',
} as const satisfies StageSpec<StandardName>;

/** Step 1: fine-tune the baseline on the forget set. */
export const reinforceStage = {
  reads: ['model', 'forgetSet'],
  settings: [...trainingSettings, 'reinforce'],
  needs: ['read'],
  runsIf: 'reinforced',
} as const satisfies StageSpec<StandardName>;

/** The same where a method cannot do without it. */
export const reinforceAlways = {
  reads: reinforceStage.reads,
  settings: reinforceStage.settings,
  needs: reinforceStage.needs,
} as const satisfies StageSpec<StandardName>;

/** Steps 2 and 3: run the baseline on the translation, and combine both by equation 1. */
export const labelStage = {
  reads: ['model', 'forgetSet', 'dictionary'],
  settings: [
    ...blockSettings,
    ...translationSettings,
    'weightBits',
    'chosenBlocks',
    'reinforced',
    'alpha',
    'logitSpace',
  ],
  needs: ['read', 'reinforce'],
} as const satisfies StageSpec<StandardName>;

/** Step 4: fine-tune the baseline on the forget set with the generic labels, beside retain rows. */
export const unlearnOnLabels = {
  reads: ['model', 'forgetSet', 'retainSet', 'overrides', 'earlyStopping'],
  settings: [...trainingSettings, 'unlearn', 'softLabels'],
  needs: ['read', 'label'],
} as const satisfies StageSpec<StandardName>;

/** Fine-tune the baseline on the forget set's own next tokens, for objectives that push them down. */
export const unlearnOnText = {
  reads: ['model', 'forgetSet', 'retainSet', 'earlyStopping'],
  settings: [...trainingSettings, 'unlearn'],
  needs: ['read'],
} as const satisfies StageSpec<StandardName>;

/** Compute an adapter from the reinforced one, without training. */
export const unlearnByArithmetic = {
  reads: ['model'],
  settings: ['lora'],
  needs: ['read', 'reinforce'],
} as const satisfies StageSpec<StandardName>;

/** Make nothing: from now on equation 1 over baseline and reinforced model is the unlearned model. */
export const unlearnByDecoding = {
  reads: ['model'],
  settings: ['alpha', 'logitSpace'],
  needs: ['read', 'reinforce'],
} as const satisfies StageSpec<StandardName>;

/** Measure what is left of the forget set and what else the model still knows. */
export const evaluateStage = {
  reads: ['model', 'heldOut', 'questions'],
  settings: ['seed'],
  needs: ['read', 'unlearn'],
} as const satisfies StageSpec<StandardName>;

/** `spec` with the settings that only one method has. */
export function withSettings<S extends string, Own extends string>(
  spec: StageSpec<S>,
  ...own: readonly Own[]
): StageSpec<S | Own> {
  return { ...spec, settings: [...spec.settings, ...own] };
}
