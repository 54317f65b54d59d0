/** Step 4: make the unlearned model as the method says, by a training or without one, and measure the effect. */
import type { Objective } from '../../llama/objective';
import { unlearningOf, type RunSettings } from '../../methods/settings';
import type { Fingerprint, StageResult } from '../../pipeline/fingerprint';
import { isStored } from '../../store/key-value';
import { runSlots, type SavedUnlearning } from '../../store/run';
import type { LabelOverride } from '../../unlearn/overrides';
import type { Ending } from '../../unlearn/trained';
import { fail } from '../error-catalogue';
import { planOf } from '../evaluate-input';
import { evalRunsOf } from '../eval-runs';
import { activity, type LabJob } from '../events';
import { finishUnlearning } from '../finish-training';
import { ForgettingMonitor } from '../forgetting-monitor';
import type { Lab } from '../lab';
import type { Measures } from '../measures';
import type { MonitorSettings } from '../monitor-settings';
import { askedQuestions } from '../questions';
import { failDiverged, trainResumable } from '../resumable-training';
import { saveResult } from '../save-result';
import { trainingInput } from '../training-input';
import { withoutTraining } from '../without-training';
import { measure } from './measure';

/** How a training ended, and after how many of the planned steps. */
export interface TrainingEnd {
  readonly ending: Ending;
  readonly steps: number;
  readonly of: number;
  /** of the training alone */
  readonly seconds: number;
}

/** The names of the forget set and held-out text, before and after. */
export interface BeforeAndAfter {
  readonly before: Measures;
  readonly after: Measures;
}

export interface UnlearnResult extends StageResult {
  readonly end: TrainingEnd;
  readonly compared: BeforeAndAfter;
}

/** The other inputs of an unlearning. */
export interface UnlearnOptions {
  /** measures the forgetting every few steps on a part of the questions, and can end the training early */
  readonly monitor: MonitorSettings | null;
  /** labels set by reviewers, trained on in place of the generic ones */
  readonly overrides: readonly LabelOverride[];
  /** whether to resume from the last checkpoint */
  readonly resume: boolean;
}

/** @throws LetheError stage/order if an earlier stage must run first, settings/invalid, train/diverged */
export async function* unlearn(
  lab: Lab,
  settings: RunSettings,
  options: UnlearnOptions,
  signal: AbortSignal,
): LabJob<UnlearnResult> {
  const { overrides, monitor } = options;
  const fingerprint = lab.workspace.begin('unlearn', settings, { overrides, monitor });
  await lab.workspace.baseline('unlearn', settings);
  const unlearning = unlearningOf(settings);
  if (unlearning.by === 'training')
    return yield* unlearnByTraining(lab, settings, { ...options, ...unlearning, fingerprint }, signal);
  const saved = withoutTraining(lab.workspace, unlearning, fingerprint, settings);
  const made = await finishUnlearning(lab.workspace, saved, null);
  if (lab.store) yield await saveResult(runSlots.unlearn.put(saved), settings, lab.store);
  return yield* unlearnResult(lab, made, saved, signal);
}

async function* unlearnByTraining(
  lab: Lab,
  settings: RunSettings,
  options: UnlearnOptions & { readonly objective: Objective; readonly fingerprint: Fingerprint },
  signal: AbortSignal,
): LabJob<UnlearnResult> {
  const { monitor: monitoring, overrides, resume, objective, fingerprint } = options;
  const { workspace, store } = lab;
  lab.isStopping = false;
  const { model, hashes } = workspace.ready('unlearn');
  const monitor = monitoring && (await monitorOf(lab, settings, monitoring));
  const input = {
    ...(yield* trainingInput(workspace, settings, objective, overrides, signal)),
    probe: monitor,
    isEnough: () => lab.isStopping,
    onCurrent: workspace.trains('unlearned'),
  };
  yield activity('compiling');
  const job = { stage: 'unlearn', fingerprint, weights: hashes.model, settings, resume, monitor } as const;
  const outcome = yield* trainResumable(model, job, input, store, signal);
  const history = monitor?.report() ?? null;
  if (!('saved' in outcome)) {
    workspace.diverged = outcome.good && { stage: 'unlearn', saved: outcome.good, history };
    return failDiverged(outcome.diverged);
  }
  const made = await finishUnlearning(workspace, outcome.saved, history);
  return yield* unlearnResult(lab, made, outcome.saved, signal);
}

/** How it ended, and its effect, which is measured now unless it already was. */
export async function* unlearnResult(
  lab: Lab,
  made: StageResult,
  { ending, losses, steps: of, seconds, settings }: SavedUnlearning,
  signal: AbortSignal,
): LabJob<UnlearnResult> {
  const end = { ending, steps: losses.length, of, seconds };
  const saved = lab.store && (await runSlots.compared.read(lab.store));
  if (saved?.unlearned === made.id)
    return { ...made, end, compared: { before: saved.before, after: saved.after } };
  return { ...made, end, compared: yield* compare(lab, made, settings, signal) };
}

/** The quick metrics on the names and on held-out text, before and after an unlearning. */
async function* compare(
  { workspace, store }: Lab,
  { id }: StageResult,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<BeforeAndAfter> {
  const before = yield* measure({ workspace }, 'baseline', settings, signal);
  const after = yield* measure({ workspace }, 'unlearned', settings, signal);
  const put = runSlots.compared.put({ unlearned: id, before, after });
  if (store) await isStored(store, { put });
  return { before, after };
}

/** The monitor of an unlearning with these settings. */
export async function monitorOf(
  lab: Lab,
  settings: RunSettings,
  monitoring: MonitorSettings,
): Promise<ForgettingMonitor> {
  const plan = planOf({ variants: ['baseline'] });
  const { questions } = await askedQuestions(lab, plan, null);
  const [evalRun] = evalRunsOf(lab.workspace, null, questions, plan, settings);
  const { context } = evalRun ?? fail('stage/order', { stage: 'unlearn', needs: 'load' });
  return new ForgettingMonitor(context, monitoring);
}
