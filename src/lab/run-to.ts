/**
 * Runs a stage, and before it every stage that it needs and that is missing or out of date. The page, Node, the sweep,
 * the recorder and the world check all run their stages through here.
 */
import { hasCode } from '../base/errors';
import type { RunInputs } from '../pipeline/fingerprint';
import type { Pipeline, StageName } from '../pipeline/stage';
import { missingBefore } from '../pipeline/status';
import { runtimeErrors } from '../runtime/errors';
import type { LabEvent } from './events';

/** Where the stages run: a lab (lab-host.ts), or the page with its worker. */
export interface RunHost {
  readonly pipeline: Pipeline;
  /** The current inputs of the stages; its results grow as stages run. */
  now(): RunInputs;
  /** Runs one stage to its end; its result is then among those of `now`. */
  run(stage: StageName, resume: boolean): AsyncGenerator<LabEvent, void>;
  /** Loads the model again after its device was lost, and restores what was saved. False if it cannot. */
  reload(): Promise<boolean>;
}

export type RunEvent =
  /** a stage begins; `ahead` are those that follow it, as far as is known */
  | { readonly kind: 'stage'; readonly stage: StageName; readonly ahead: readonly StageName[] }
  | { readonly kind: 'progress'; readonly stage: StageName; readonly event: LabEvent }
  | { readonly kind: 'made'; readonly stage: StageName; readonly seconds: number }
  /** the device was lost, and the model is loaded again */
  | { readonly kind: 'recovering'; readonly stage: StageName };

export interface RunToOptions {
  /** whether `target` itself resumes from a checkpoint; earlier stages always do @default false */
  readonly resume?: boolean;
}

/**
 * A lost device is recovered from once: the model is loaded again, and the run resumes from its last checkpoint.
 * @throws LetheError of any stage, or the reason of a cancel
 */
export async function* runTo(
  host: RunHost,
  target: StageName,
  { resume = false }: RunToOptions = {},
): AsyncGenerator<RunEvent, void> {
  let isRecovered = false;
  let ran = new Set<StageName>();
  while (!ran.has(target)) {
    const due = [...missingBefore(host.pipeline, target, host.now()), target];
    const stage = due[0] ?? target;
    const ahead = due.slice(1);
    if (ran.has(stage)) throw new RangeError(`"${stage}" is out of date right after it ran`);
    yield { kind: 'stage', stage, ahead };
    const start = performance.now();
    try {
      yield* tagged(stage, host.run(stage, resume || isRecovered || stage !== target));
    } catch (error) {
      if (isRecovered || !isDeviceLost(error)) throw error;
      yield { kind: 'recovering', stage };
      if (!(await host.reload())) throw error;
      isRecovered = true;
      ran = new Set();
      continue;
    }
    ran.add(stage);
    yield { kind: 'made', stage, seconds: (performance.now() - start) / 1000 };
  }
}

async function* tagged(
  stage: StageName,
  events: AsyncGenerator<LabEvent, void>,
): AsyncGenerator<RunEvent, void> {
  for await (const event of events) yield { kind: 'progress', stage, event };
}

function isDeviceLost(error: unknown): boolean {
  return hasCode(error, runtimeErrors, 'runtime/device-lost');
}
