/** The seven linear maps of a block, each of which may have a LoRA adapter. */
export const projections = [
  'q_proj',
  'k_proj',
  'v_proj',
  'o_proj',
  'gate_proj',
  'up_proj',
  'down_proj',
] as const;
export type Projection = (typeof projections)[number];

/** Those that read the same numbers, together. */
export const projectionGroups = [
  ['q_proj', 'k_proj', 'v_proj'],
  ['o_proj'],
  ['gate_proj', 'up_proj'],
  ['down_proj'],
] as const satisfies readonly (readonly Projection[])[];

/** Whether it belongs to the MLP; the others are of attention. */
export const isOfMlp = (projection: Projection): boolean =>
  projection === 'gate_proj' || projection === 'up_proj' || projection === 'down_proj';
