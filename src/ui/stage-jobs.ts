/** What a stage asks of the lab, and what it makes of the answers. */
import type { LabClient, RunOptions } from '../bridge/client';
import type { Ended } from '../lab/unlearn';
import type { RunSettings } from '../methods/settings';
import type { Basis } from './freshness';
import type { Compared, RunState } from './run-state.svelte';
import type { MadeStage } from './stage-names';
import { watchInput } from './watching';

export interface Start {
  readonly basis: Basis;
  readonly settings: RunSettings;
  /** whether a training that was broken off goes on */
  readonly resume: boolean;
}

/** Runs a stage to its end; false if it failed or was cancelled. */
export function startStage(
  run: RunState,
  client: LabClient,
  name: MadeStage,
  { basis, settings, resume }: Start,
): Promise<boolean> {
  switch (name) {
    case 'reinforce':
      return run.reinforce.run(basis, (signal, onEvent) =>
        client.run('reinforce', { settings, resume }, { signal, onEvent }),
      );
    case 'label':
      return run.label.run(basis, (signal, onEvent) =>
        client.run('label', { settings }, { signal, onEvent }),
      );
    case 'unlearn':
      return run.unlearn.run(basis, async (signal, onEvent) => {
        const input = { settings, overrides: run.overrides, resume, ...watchInput(run.watching) };
        const ended = await client.run('unlearn', input, { signal, onEvent });
        return compareVariants(client, settings, ended, { signal, onEvent });
      });
    case 'evaluate':
      return run.evaluate.run(basis, async (signal, onEvent) => {
        const input = { settings, ...run.choice.input };
        const report = await client.run('evaluate', input, { signal, onEvent });
        const { finishReport } = await import('./report/finish-report');
        const { outcome } = run.evaluate;
        // Attacks alone join the figures that the same models already have.
        const before = run.choice.scope === 'attacks' && outcome?.source === 'live' ? outcome.result : null;
        return finishReport(report, before, run.human);
      });
  }
}

/** What is left of the names and of everyday text, before and after an unlearning. */
export async function compareVariants(
  client: LabClient,
  settings: RunSettings,
  ended: Ended,
  options: RunOptions,
): Promise<Compared> {
  const measure = (variant: 'baseline' | 'unlearned') =>
    client.run('measure', { settings, variant }, options);
  return { before: await measure('baseline'), after: await measure('unlearned'), ended };
}
