/** The last good state of a training that went astray, taken as what came out of it. */
import type { TrainedStage } from '../store/run';
import type { GoodState, CheckpointStore } from '../unlearn/checkpoint';
import type { Trained } from '../unlearn/trained';
import type { RunSettings } from '../methods/settings';

/** A good state that waits for whether it is wanted. */
export interface Rescued {
  readonly stage: TrainedStage;
  /** Makes it the stage's result. */
  take(): Promise<void>;
}

/** `finish` makes an adapter the stage's result. */
export function rescued(
  stage: TrainedStage,
  { parameters, losses }: GoodState,
  checkpointStore: CheckpointStore | null,
  { lora }: RunSettings,
  finish: (trained: Trained) => Promise<void>,
): Rescued {
  return {
    stage,
    async take() {
      const trained = {
        adapter: { lora, flat: parameters },
        steps: losses.length,
        ending: 'stoppedByUser',
      } as const;
      await finish(trained);
      await checkpointStore?.finish(trained, losses);
    },
  };
}
