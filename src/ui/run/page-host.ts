/** Runs the page's stages in its worker: the request of each to the lab, and what the page shows of the response. */
import type { LabClient } from '../../bridge/client';
import type { LabEvent } from '../../lab/events';
import type { RunHost } from '../../lab/run-to';
import { fingerprint } from '../../pipeline/fingerprint';
import type { StageName } from '../../pipeline/stage';
import { part } from '../browser/lazy/part';
import { evaluateInput } from './evaluation-choice';
import type { RunState } from './run-state.svelte';
import { monitorSettingsOf } from './watching';

const reports = part(() => import('./finish-report'));

export interface PageHostOptions {
  readonly run: RunState;
  readonly client: Pick<LabClient, 'stream'>;
  /** see `RunHost.reload` */
  readonly reload: () => Promise<boolean>;
}

export function pageHost({ run, client, reload }: PageHostOptions): RunHost {
  const { stages } = run;
  return {
    pipeline: run.pipeline,
    now: () => run.now,
    async *run(stage, resume) {
      const view = stages[stage];
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
    const input = { settings: run.plainSettings, resume };
    switch (stage) {
      case 'read':
        stages.read.finish(undefined, yield* client.stream('read', input, signal));
        return;
      case 'reinforce':
        stages.reinforce.finish(undefined, yield* client.stream('reinforce', input, signal));
        return;
      case 'label': {
        const made = yield* client.stream('label', input, signal);
        stages.label.finish(made.labels, made);
        return;
      }
      case 'unlearn': {
        const more = {
          overrides: run.overrides,
          monitor: monitorSettingsOf(run.watching, run.watchedSentences),
        };
        const made = yield* client.stream('unlearn', { ...input, ...more }, signal);
        stages.unlearn.finish({ ...made.compared, end: made.end }, made);
        return;
      }
      case 'evaluate': {
        const choice = run.evaluation;
        const asked = { ...evaluateInput(choice), settings: input.settings };
        const made = yield* client.stream('evaluate', asked, signal);
        const { finishReport } = await reports();
        const { outcome } = stages.evaluate;
        // An evaluation of attacks only is added to the existing metrics of the same models.
        const before = choice.scope === 'attacks' && outcome?.source === 'live' ? outcome.result : null;
        const { human, split, plainSource: source } = run;
        const { losses } = stages.unlearn;
        stages.evaluate.finish(await finishReport(made, { before, human, losses, source, split }), made);
        return;
      }
    }
  }
}
