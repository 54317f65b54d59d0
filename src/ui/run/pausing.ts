/** Holds a stage, lets it take one step, and ends an unlearning early. */
import type { LabClient } from '../../bridge/client';
import type { StageName } from '../../pipeline/stage';
import type { RunState } from './run-state.svelte';

export class Pausing {
  constructor(
    private readonly state: RunState,
    private readonly client: LabClient,
  ) {}

  pause(stage: StageName): void {
    const { stages, clock } = this.state;
    stages[stage].paused = true;
    this.client.pause();
    clock.hear({ kind: 'held' });
  }

  resume(stage: StageName): void {
    const { stages, clock } = this.state;
    stages[stage].paused = false;
    this.client.resume();
    clock.hear({ kind: 'released' });
  }

  /** Runs one step, then pauses again. */
  step(): void {
    this.client.step();
  }

  /** Ends the current unlearning early; the unlearned model is that of the last step. */
  stopHere(): void {
    const { stages, clock } = this.state;
    stages.unlearn.paused = false;
    this.client.stopHere();
    clock.hear({ kind: 'stopping' });
  }
}
