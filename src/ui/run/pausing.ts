/** Holds a stage, lets it take one step, and ends an unlearning early. */
import type { LabClient } from '../../bridge/client';
import type { StageName } from '../../pipeline/stage';
import type { Stages } from './stages';

export class Pausing {
  constructor(
    private readonly stages: Stages,
    private readonly client: LabClient,
  ) {}

  pause(stage: StageName): void {
    this.stages[stage].paused = true;
    this.client.pause();
  }

  resume(stage: StageName): void {
    this.stages[stage].paused = false;
    this.client.resume();
  }

  /** Runs one step, then pauses again. */
  step(): void {
    this.client.step();
  }

  /** Ends the current unlearning early; the unlearned model is that of the last step. */
  stopHere(): void {
    this.stages.unlearn.paused = false;
    this.client.stopHere();
  }
}
