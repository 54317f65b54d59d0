/** Runs stages, and says how a run ended. */
import type { LabClient } from '../../bridge/client';
import { runTo, type RunEvent } from '../../lab/run-to';
import { stageNames, type StageName, type TrainedStage } from '../../pipeline/stage';
import type { CatalogEntry } from './catalogue';
import { keepAwake } from '../browser/wake-lock';
import type { Loading } from './loading';
import { pageHost } from './page-host';
import type { RunState } from './run-state.svelte';

export class Running {
  constructor(
    private readonly state: RunState,
    private readonly client: Pick<LabClient, 'run' | 'stream'>,
    private readonly loading: Pick<Loading, 'load' | 'reload' | 'readMemory'>,
  ) {}

  /** The last stage of a run that was interrupted and can go on; null while it is not known which model it ran on. */
  get interrupted(): StageName | null {
    const { busy, entry, until } = this.state;
    return busy || !entry ? null : until;
  }

  /**
   * Runs `stage`, and before it all its inputs that are missing or out of date. Interrupted trainings resume; that of
   * `stage` itself only with `resume`. Never throws: the stage that ended the run shows why.
   */
  async run(stage: StageName, resume = false): Promise<void> {
    await this.complete(stage, resume).catch(() => undefined);
  }

  /** The same; @throws what ended the run before `stage` was done, or an error if another run is going on */
  async complete(stage: StageName, resume = false): Promise<void> {
    const { state, loading } = this;
    if (state.isGoing) throw new Error('another run is going on'); // a second click, before the button is disabled
    state.isGoing = true;
    try {
      if (state.isLost) await loading.reload();
      if (state.loaded) await this.#complete(stage, resume);
    } finally {
      state.isGoing = false;
    }
  }

  async #complete(stage: StageName, resume: boolean): Promise<void> {
    const { state, client, loading } = this;
    state.until = stage;
    state.isRecovered = false;
    state.ending = null;
    await state.clock.begin();
    const letSleep = await keepAwake();
    const host = pageHost({ run: state, client, reload: () => loading.reload() });
    let at = stage;
    try {
      for await (const event of runTo(host, stage, { resume })) {
        if (event.kind === 'stage') at = event.stage;
        this.#follow(event);
      }
      state.ending = { kind: 'complete' };
    } catch (error) {
      const { phase } = state.stages[at];
      const where = { at, until: stage };
      state.ending =
        phase.kind === 'failed'
          ? { kind: 'failed', ...where, failure: phase.failure }
          : { kind: 'stopped', ...where };
      throw error;
    } finally {
      state.clock.end();
      if (!state.isLost) state.until = null;
      await letSleep();
    }
  }

  /** Runs every stage that is not done. */
  runAll(): Promise<void> {
    return this.run('evaluate');
  }

  /** Loads the model and runs every stage. */
  async loadAndRunAll(entry: CatalogEntry): Promise<void> {
    await this.loading.load(entry);
    if (this.state.loaded) await this.runAll();
  }

  /** Continues an interrupted run; reloads the model first if it is lost. */
  async continueRun(stage: StageName): Promise<void> {
    if (!this.state.loaded) await this.loading.reload();
    await this.run(stage, true);
  }

  /** Stops the running stage and cancels the planned ones. */
  stopAll(): void {
    for (const name of stageNames) {
      const stage = this.state.stages[name];
      if (stage.running) stage.cancel();
    }
  }

  /** Takes the last good state of a training that diverged, and runs what was to follow. */
  async rescueAndRun(name: TrainedStage, until: StageName): Promise<void> {
    await this.rescue(name);
    if (this.state.stages[name].phase.kind === 'done') await this.run(until);
  }

  /** Restores the last good state of a training that diverged. */
  async rescue(name: TrainedStage): Promise<void> {
    const { stages } = this.state;
    const stage = stages[name];
    const signal = stage.begin();
    const onEvent = stage.see.bind(stage);
    try {
      const made = await this.client.run('rescue', { stage: name }, { signal, onEvent });
      if (made.stage === 'unlearn') stages.unlearn.finish({ ...made.compared, end: made.end }, made);
      else stages[made.stage].finish(undefined, made);
    } catch (error) {
      stage.fail(error);
    }
  }

  #follow(event: RunEvent): void {
    this.state.clock.hear(event);
    if (event.kind === 'made') void this.loading.readMemory();
    if (event.kind === 'recovering') this.state.isRecovered = true;
  }
}
