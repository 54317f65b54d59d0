/** Runs of the stages on a micro lab, some of them killed, for tests. */
import { vi } from 'vitest';
import type { RunSettings } from '../methods/settings';
import type { StageName } from '../pipeline/stage';
import type { Device } from '../runtime/device';
import type { KeyValue } from '../store/key-value';
import type { LabelOverride } from '../unlearn/overrides';
import { labHost, type Made } from './lab-host';
import type { Lab } from './lab';
import { microLab, microLoad, runJob } from './micro-lab';
import { runTo, type RunEvent } from './run-to';
import type { LoadInput } from './stages/load';

/** A lab that knows only what the store has, as after a reload. */
export async function restoredLab({
  store,
  open,
  load = {},
}: {
  readonly store: KeyValue;
  readonly open?: () => Promise<Device>;
  readonly load?: Partial<LoadInput>;
}): Promise<Lab> {
  const lab = microLab({}, store, open);
  await runJob(lab, 'load', { ...microLoad, ...load });
  await runJob(lab, 'restore', {});
  return lab;
}

/**
 * Runs the missing stages up to `target`, with a checkpoint every second step; `until` ends the run without a signal, as
 * when a worker is killed. `overrides`: labels that reviewers set.
 */
export async function runOn(
  lab: Lab,
  settings: RunSettings,
  target: StageName,
  until: (event: RunEvent) => boolean = () => false,
  overrides: readonly LabelOverride[] = [],
): Promise<{ readonly made: Made; readonly events: readonly RunEvent[] }> {
  const made: Made = {};
  const evaluate = { variants: ['baseline', 'unlearned'], parts: ['text'] } as const;
  const plan = { settings, overrides, evaluate };
  const host = labHost(lab, plan, new AbortController().signal, made);
  const events: RunEvent[] = [];
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    for await (const event of runTo(host, target, { resume: true })) {
      events.push(event);
      if (event.kind === 'progress') vi.advanceTimersByTime(2000);
      if (until(event)) break;
    }
  } finally {
    vi.useRealTimers();
  }
  return { made, events };
}

/** Ends a run after this step of a stage. */
export const killedAfter =
  (stage: StageName, step: number) =>
  (event: RunEvent): boolean =>
    event.kind === 'progress' &&
    event.stage === stage &&
    event.event.kind === 'step' &&
    event.event.step === step;

/** The losses of all training steps, in order. */
export const lossesOf = (events: readonly RunEvent[]): number[] =>
  events.flatMap((one) => (one.kind === 'progress' && one.event.kind === 'step' ? [one.event.loss] : []));
