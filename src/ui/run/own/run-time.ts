/** How long the trainings of a run take, from the time of one step. */
import type { LlamaConfig } from '../../../llama/config';
import type { RunSettings } from '../../../methods/settings';

/** Measures a step of unlearning on WASM, in seconds. */
export type TimeStep = (config: LlamaConfig, settings: RunSettings, signal: AbortSignal) => Promise<number>;

/** Seconds of reading, reinforcing and unlearning, as far as these settings have them. `step`: of unlearning, in seconds */
export function trainingSeconds(
  step: number,
  { readFirst, read, reinforce, unlearn }: Pick<RunSettings, 'readFirst' | 'read' | 'reinforce' | 'unlearn'>,
): number {
  const trainings = [...(readFirst ? [read] : []), reinforce, unlearn];
  const blocks = trainings.reduce((sum, { steps, batch }) => sum + steps * batch, 0);
  return (step / unlearn.batch) * blocks;
}
