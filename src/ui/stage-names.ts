/** The seven stages of the page, and those of them that make something. */
export const stageNames = ['text', 'anchors', 'reinforce', 'label', 'unlearn', 'evaluate', 'review'] as const;
export type StageName = (typeof stageNames)[number];

/** The stages that make something from what the earlier ones made, in order. */
export const madeStages = [
  'reinforce',
  'label',
  'unlearn',
  'evaluate',
] as const satisfies readonly StageName[];
export type MadeStage = (typeof madeStages)[number];

export function isMade(name: StageName): name is MadeStage {
  return madeStages.some((one) => one === name);
}
