/** Every job a lab can be given, with what goes in and what comes out. */
import { parseSettings, type RunSettings } from '../methods/settings';
import type { Report } from '../evaluate/report';
import type { AdapterVariant } from '../model/adapter-bank';
import type { TrainedStage } from '../store/run';
import type { Dictionary } from '../text/dictionary';
import type { LabelOverride } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import type { AskInput } from './ask';
import type { ScoreChoicesInput } from './score-choices';
import type { EvaluateInput } from './evaluate-input';
import type { DictionaryResult } from './set-dictionary';
import type { JobStream } from './events';
import type { Lab } from './lab';
import type { LoadInput, LoadResult } from './load';
import type { Measures } from './measure';
import type { Restored } from './restored';
import type { Ended } from './unlearn';
import { parseWatch, type WatchInput } from './watch-settings';

export interface Jobs {
  load: { input: LoadInput; result: LoadResult };
  setDictionary: { input: { dictionary: Dictionary }; result: DictionaryResult };
  restore: { input: { overrides: readonly LabelOverride[] }; result: Restored };
  rescue: { input: { stage: TrainedStage }; result: void };
  reinforce: { input: { settings: RunSettings; resume?: boolean }; result: void };
  label: { input: { settings: RunSettings }; result: Labels };
  unlearn: {
    input: {
      settings: RunSettings;
      watch?: WatchInput;
      overrides?: readonly LabelOverride[];
      resume?: boolean;
    };
    result: Ended;
  };
  measure: { input: { settings: RunSettings; variant: AdapterVariant }; result: Measures };
  ask: { input: AskInput & { settings: RunSettings }; result: string[][] };
  evaluate: { input: EvaluateInput & { settings: RunSettings }; result: Report };
  scoreChoices: { input: ScoreChoicesInput & { settings: RunSettings }; result: number[][] };
}

export type JobName = keyof Jobs;
export type JobInput<K extends JobName> = Jobs[K]['input'];
export type JobResult<K extends JobName> = Jobs[K]['result'];
export type Job<K extends JobName> = JobStream<JobResult<K>>;

type Starters = { readonly [K in JobName]: (lab: Lab, input: JobInput<K>, signal: AbortSignal) => Job<K> };

const starters: Starters = {
  load: (lab, input) => lab.load(input),
  setDictionary: (lab, { dictionary }) => lab.setDictionary(dictionary),
  restore: (lab, { overrides }, signal) => lab.restore(overrides, signal),
  rescue: (lab, { stage }) => lab.rescue(stage),
  reinforce: (lab, { settings, resume }, signal) => lab.reinforce(parseSettings(settings), signal, resume),
  label: (lab, { settings }, signal) => lab.label(parseSettings(settings), signal),
  unlearn: (lab, { settings, watch, overrides, resume }, signal) =>
    lab.unlearn(parseSettings(settings), signal, watch ? parseWatch(watch) : null, overrides, resume),
  measure: (lab, { settings, variant }, signal) => lab.measure(variant, parseSettings(settings), signal),
  ask: (lab, { settings, ...input }, signal) => lab.ask(input, parseSettings(settings), signal),
  evaluate: (lab, { settings, ...input }, signal) => lab.evaluate(input, parseSettings(settings), signal),
  scoreChoices: (lab, { settings, ...input }, signal) =>
    lab.scoreChoices(input, parseSettings(settings), signal),
};

/** Starts a job; it runs as its generator is drawn. @throws LetheError settings/invalid */
export function startJob<K extends JobName>(
  lab: Lab,
  name: K,
  input: JobInput<K>,
  signal: AbortSignal,
): Job<K> {
  return starters[name](lab, input, signal);
}
