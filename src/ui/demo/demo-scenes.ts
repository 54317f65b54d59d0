/** The scenes of the demonstration, in order. Captions in `demo.captions`. */
export const demoScenes = [
  { name: 'before', seconds: 10 },
  { name: 'swap', seconds: 10 },
  { name: 'alpha', seconds: 12 },
  { name: 'after', seconds: 12 },
  { name: 'end', seconds: 11 },
] as const;
export type DemoScene = (typeof demoScenes)[number];
