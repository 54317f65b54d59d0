/** Runs the page's stages in its worker: the request of each to the lab, and what the page shows of the response. */
import type { LabClient } from '../bridge/client';
import type { LabEvent } from '../lab/events';
import type { RunHost } from '../lab/run-to';
import { fingerprint } from '../pipeline/fingerprint';
import type { RunSettings } from '../methods/settings';
import type { RunState } from './run-state.svelte';
import type { StageName } from '../pipeline/stage';
import { monitorSettingsOf } from './watching';

export interface PageHostOptions {
  readonly run: RunState;
  readonly client: LabClient;
  /** the settings as plain data */
  readonly settings: () => RunSettings;
  /** see `RunHost.reload` */
  readonly reload: () => Promise<boolean>;
}

export function pageHost({ run, client, settings, reload }: PageHostOptions): RunHost {
  return {
    pipeline: run.pipeline,
    now: () => run.now,
    async *run(stage, resume) {
      const view = run[stage];
      const signal = view.begin(fingerprint(run.pipeline, stage, run.now));
      try {
        for await (const event of stageJob(stage, resume, signal)) {
          view.see(event);
          yield event;
        }
      } catch (error) {
        view.fail(error);
        throw error;
      }
    },
    reload,
  };

  async function* stageJob(
    stage: StageName,
    resume: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<LabEvent, void> {
    const input = { settings: settings(), resume };
    switch (stage) {
      case 'reinforce':
        run.reinforce.finish(undefined, yield* client.stream('reinforce', input, signal));
        return;
      case 'label': {
        const made = yield* client.stream('label', input, signal);
        run.label.finish(made.labels, made);
        return;
      }
      case 'unlearn': {
        const more = { overrides: run.overrides, monitor: monitorSettingsOf(run.watching) };
        const made = yield* client.stream('unlearn', { ...input, ...more }, signal);
        run.unlearn.finish({ ...made.compared, end: made.end }, made);
        return;
      }
      case 'evaluate': {
        const { scope, input: asked } = run.choice;
        const made = yield* client.stream('evaluate', { ...asked, settings: input.settings }, signal);
        const { finishReport } = await import('./report/finish-report');
        const { outcome } = run.evaluate;
        // An evaluation of attacks only is added to the existing metrics of the same models.
        const before = scope === 'attacks' && outcome?.source === 'live' ? outcome.result : null;
        run.evaluate.finish(await finishReport(made, before, run.human), made);
        return;
      }
    }
  }
}
