/** Every job of a lab: the one table from which the types, the worker and the page's client are derived. */
import type { Split } from '../evaluate/split';
import { parseSettings, type RunSettings } from '../methods/settings';
import type { AdapterVariant } from '../model/adapter-bank';
import type { TrainedStage } from '../pipeline/stage';
import type { Anchors } from './dataset';
import type { LabelOverride } from '../unlearn/overrides';
import type { EvaluateInput } from './evaluate-input';
import type { LabJob } from './events';
import type { Lab } from './lab';
import { parseMonitor, type MonitorInput } from './monitor-settings';
import { answerAt, type AnswerAtInput } from './stages/answer-at';
import { ask, type AskInput } from './stages/ask';
import { evaluate } from './stages/evaluate';
import { label } from './stages/label';
import { load, type LoadInput } from './stages/load';
import { measure } from './stages/measure';
import { openAdapter, type OpenAdapterInput } from './stages/open-adapter';
import { read } from './stages/read';
import { reinforce } from './stages/reinforce';
import { rescue } from './stages/rescue';
import { restore } from './stages/restore';
import { savable, save, type SaveInput } from './stages/save';
import { scoreChoices, type ScoreChoicesInput } from './stages/score-choices';
import { scoreContinuations, type ScoreContinuationsInput } from './stages/score-continuations';
import { setDictionary } from './stages/set-dictionary';
import { setSplit } from './stages/set-split';
import { timeStep, type TimeStepInput } from './stages/time-step';
import { unlearn } from './stages/unlearn';

interface WithSettings {
  readonly settings: RunSettings;
}

/** Whether a training resumes from its last checkpoint, or starts over. */
interface Resumable extends WithSettings {
  /** @default false */
  readonly resume?: boolean;
}

interface UnlearnInput extends Resumable {
  /** measures the forgetting during the training, and can end it early @default not measured */
  readonly monitor?: MonitorInput | null;
  /** labels set by reviewers @default none */
  readonly overrides?: readonly LabelOverride[];
}

const jobs = {
  load: (lab: Lab, input: LoadInput, signal: AbortSignal) => load(lab, input, signal),
  setDictionary: (lab: Lab, anchors: Anchors) => setDictionary(lab, anchors),
  setSplit: (lab: Lab, input: { readonly split: Split }) => setSplit(lab, input),
  restore: (lab: Lab, _: object, signal: AbortSignal) => restore(lab, signal),
  rescue: (lab: Lab, { stage }: { readonly stage: TrainedStage }, signal: AbortSignal) =>
    rescue(lab, stage, signal),
  read: (lab: Lab, { settings, resume = false }: Resumable, signal: AbortSignal) =>
    read(lab, parseSettings(settings), resume, signal),
  reinforce: (lab: Lab, { settings, resume = false }: Resumable, signal: AbortSignal) =>
    reinforce(lab, parseSettings(settings), resume, signal),
  label: (lab: Lab, { settings }: WithSettings, signal: AbortSignal) =>
    label(lab, parseSettings(settings), signal),
  unlearn: (lab: Lab, { settings, monitor, overrides, resume }: UnlearnInput, signal: AbortSignal) =>
    unlearn(
      lab,
      parseSettings(settings),
      {
        monitor: monitor ? parseMonitor(monitor) : null,
        overrides: overrides ?? [],
        resume: resume ?? false,
      },
      signal,
    ),
  measure: (
    lab: Lab,
    { settings, variant }: WithSettings & { readonly variant: AdapterVariant },
    signal: AbortSignal,
  ) => measure(lab, variant, parseSettings(settings), signal),
  ask: (lab: Lab, { settings, ...input }: AskInput & WithSettings, signal: AbortSignal) =>
    ask(lab, input, parseSettings(settings), signal),
  answerAt: (lab: Lab, input: AnswerAtInput, signal: AbortSignal) => answerAt(lab, input, signal),
  evaluate: (lab: Lab, { settings, ...input }: EvaluateInput & WithSettings, signal: AbortSignal) =>
    evaluate(lab, input, parseSettings(settings), signal),
  scoreChoices: (lab: Lab, { settings, ...input }: ScoreChoicesInput & WithSettings, signal: AbortSignal) =>
    scoreChoices(lab, input, parseSettings(settings), signal),
  scoreContinuations: (
    lab: Lab,
    { settings, ...input }: ScoreContinuationsInput & WithSettings,
    signal: AbortSignal,
  ) => scoreContinuations(lab, input, parseSettings(settings), signal),
  timeStep: (lab: Lab, { settings, ...input }: TimeStepInput & WithSettings, signal: AbortSignal) =>
    timeStep(lab, input, parseSettings(settings), signal),
  openAdapter: (lab: Lab, { settings, ...input }: OpenAdapterInput & WithSettings, signal: AbortSignal) =>
    openAdapter(lab, input, parseSettings(settings), signal),
  savable: (lab: Lab, _: object) => savable(lab),
  save: (lab: Lab, input: SaveInput, signal: AbortSignal) => save(lab, input, signal),
};

type Jobs = typeof jobs;
export type JobName = keyof Jobs;
type Signature<J> = J extends (lab: Lab, input: infer I, signal: AbortSignal) => LabJob<infer R>
  ? { readonly input: I; readonly result: R }
  : never;
type Signatures = { readonly [K in JobName]: Signature<Jobs[K]> };
export type JobInput<K extends JobName> = Signatures[K]['input'];
export type JobResult<K extends JobName> = Signatures[K]['result'];

type Table = {
  readonly [K in JobName]: (lab: Lab, input: JobInput<K>, signal: AbortSignal) => LabJob<JobResult<K>>;
};
const table: Table = jobs;

/** Starts a job; it runs as its generator is iterated. @throws LetheError settings/invalid */
export function startJob<K extends JobName>(
  lab: Lab,
  name: K,
  input: JobInput<K>,
  signal: AbortSignal,
): LabJob<JobResult<K>> {
  return table[name](lab, input, signal);
}
