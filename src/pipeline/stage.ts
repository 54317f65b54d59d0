/** What a stage is: the inputs that it reads, the settings that it depends on, and the stages that must run before it. */

/** Every stage that makes something, in the order in which they run. */
export const stageNames = ['read', 'reinforce', 'label', 'unlearn', 'evaluate'] as const;
export type StageName = (typeof stageNames)[number];

/** The stages that train an adapter. */
export const trainedStages = ['read', 'reinforce', 'unlearn'] as const satisfies readonly StageName[];
export type TrainedStage = (typeof trainedStages)[number];

export function isTrained(stage: StageName): stage is TrainedStage {
  return trainedStages.some((trained) => trained === stage);
}

/** What comes from outside the run. Each is known by a hash of its content. */
export const inputNames = [
  /** the weights */
  'model',
  'forgetSet',
  'retainSet',
  /** text for perplexity that no stage trains on */
  'heldOut',
  'dictionary',
  /** labels that reviewers decided */
  'overrides',
  /** what may end a training early; empty if nothing can */
  'earlyStopping',
  /** prompts, tasks and attacks of the evaluation */
  'questions',
] as const;
export type InputName = (typeof inputNames)[number];

export interface StageSpec<Setting extends string = string> {
  readonly reads: readonly InputName[];
  readonly settings: readonly Setting[];
  readonly needs: readonly StageName[];
  /** the switch that leaves this stage out when it is off; without one, the stage always runs */
  readonly runsIf?: Setting;
}

/** The stages of one method. */
export type Pipeline<Setting extends string = string> = Readonly<
  Partial<Record<StageName, StageSpec<Setting>>>
>;

/** The stages of `pipeline` that run with these settings, in order. */
export function stagesOf(pipeline: Pipeline, settings: object): StageName[] {
  return stageNames.filter((stage) => runs(pipeline, stage, settings));
}

export function runs(pipeline: Pipeline, stage: StageName, settings: object): boolean {
  const spec = pipeline[stage];
  if (!spec) return false;
  return spec.runsIf === undefined || Reflect.get(settings, spec.runsIf) === true;
}
