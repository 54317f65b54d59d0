/** Step 4: fine-tune the baseline by the objective of the method, and measure the effect. */
import { fail } from '../error-catalogue';
import { methods } from '../../methods/catalogue';
import { pipelineOf, type RunSettings } from '../../methods/settings';
import type { StageResult } from '../../pipeline/fingerprint';
import { isStored } from '../../store/key-value';
import { runSlots, type SavedTraining } from '../../store/run';
import type { LabelledBlock } from '../../unlearn/batches';
import type { Labels } from '../../unlearn/record';
import { parseOverrides, withOverrides, type LabelOverride } from '../../unlearn/overrides';
import { withReference } from '../../unlearn/reference';
import { softLabels } from '../../unlearn/soft-labels';
import { negativesOf, withUnchangedWeight } from '../../unlearn/training-block';
import type { TrainingInput } from '../../unlearn/train';
import type { Ending } from '../../unlearn/trained';
import { planOf } from '../evaluate-input';
import { evalRunsOf } from '../eval-runs';
import { activity, type LabJob } from '../events';
import { finishTraining } from '../finish-training';
import { ForgettingMonitor } from '../forgetting-monitor';
import type { Lab } from '../lab';
import type { Measures } from '../measures';
import type { MonitorSettings } from '../monitor-settings';
import type { ProbeEvent } from '../probe-event';
import { questionsOf } from '../questions';
import { failDiverged, trainResumable } from '../resumable-training';
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
  { monitor: monitoring, overrides, resume }: UnlearnOptions,
  signal: AbortSignal,
): LabJob<UnlearnResult> {
  const { workspace, store } = lab;
  lab.isStopping = false;
  const fingerprint = workspace.begin('unlearn', settings, { overrides, monitor: monitoring });
  const { model, hashes } = workspace.ready('unlearn');
  const monitor = monitoring && (await monitorOf(lab, settings, monitoring));
  const input = {
    ...(yield* trainingInput(lab, settings, overrides, signal)),
    probe: monitor,
    isEnough: () => lab.isStopping,
  };
  yield activity('compiling');
  const job = { stage: 'unlearn', fingerprint, weights: hashes.model, settings, resume, monitor } as const;
  const outcome = yield* trainResumable(model, job, input, store, signal);
  const history = monitor?.report() ?? null;
  if (!('saved' in outcome)) {
    workspace.diverged = outcome.good && { stage: 'unlearn', saved: outcome.good, history };
    return failDiverged(outcome.diverged);
  }
  const made = await finishTraining(workspace, 'unlearn', outcome.saved, history);
  return yield* unlearnResult(lab, made, outcome.saved, signal);
}

/** How the training ended, and its effect, which is measured now unless it already was. */
export async function* unlearnResult(
  lab: Lab,
  made: StageResult,
  { ending, losses, steps: of, seconds, settings }: SavedTraining,
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

/** What the model is trained on: generic labels if the method uses them, otherwise the text's own tokens. */
async function* trainingInput(
  { workspace }: Lab,
  settings: RunSettings,
  overrides: readonly LabelOverride[],
  signal: AbortSignal,
): LabJob<TrainingInput<ProbeEvent>> {
  const { retainShare, ...training } = settings.unlearn;
  const { forget, retain } = workspace.texts(settings);
  const objective = methods[settings.method].objectiveOf(settings);
  const usesLabels = pipelineOf(settings).unlearn?.needs.includes('label') ?? false;
  let blocks = usesLabels ? genericBlocks(workspace.results.label?.labels, settings, overrides) : forget;
  if (!usesLabels && objective.reads.includes('referenceLogProbs')) {
    yield activity('scoring');
    const { model } = workspace.ready('unlearn');
    const reference = { model, bank: workspace.bank(settings), variantRef: { variant: 'baseline' } } as const;
    blocks = await withReference(reference, blocks, signal);
  }
  return {
    blocks,
    retain,
    retainShare,
    objective,
    training,
    seed: settings.seed + 1,
  };
}

function genericBlocks(
  labels: Labels | undefined,
  { softLabels: areSoft, whp: { unchangedWeight } }: RunSettings,
  overrides: readonly LabelOverride[],
): readonly LabelledBlock[] {
  if (!labels) return fail('stage/order', { stage: 'unlearn', needs: 'label' });
  const blocks = withOverrides(labels.blocks, parseOverrides(overrides, labels.vocabulary.length));
  return blocks.map((record) => ({
    ...withUnchangedWeight(areSoft ? softLabels(record) : record, record, unchangedWeight),
    negatives: negativesOf(record),
  }));
}

/** The monitor of an unlearning with these settings. */
export async function monitorOf(
  lab: Lab,
  settings: RunSettings,
  monitoring: MonitorSettings,
): Promise<ForgettingMonitor> {
  const plan = planOf({ variants: ['baseline'] });
  const [evalRun] = evalRunsOf(lab.workspace, null, await questionsOf(lab), plan, settings);
  const { context } = evalRun ?? fail('stage/order', { stage: 'unlearn', needs: 'load' });
  return new ForgettingMonitor(context, monitoring);
}
