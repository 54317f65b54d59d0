/** The scenes of How it works, in order. */
export const sceneNames = ['reinforce', 'swap', 'equation', 'labels', 'train', 'lost'] as const;
export type SceneName = (typeof sceneNames)[number];
