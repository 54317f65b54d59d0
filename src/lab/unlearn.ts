/** Step 4: fine-tune the baseline on the original text with the generic labels. */
import { fail } from '../base/errors';
import { loadQuestions } from '../evaluate/questions';
import type { FileSource } from '../files/source';
import { crossEntropy } from '../llama/loss';
import { parseOverrides, withOverrides, type LabelOverride } from '../unlearn/overrides';
import type { KeyValue } from '../store/key-value';
import type { RunSettings } from '../methods/settings';
import { softLabels } from '../unlearn/soft-labels';
import type { TrainingInput } from '../unlearn/train';
import type { Trained } from '../unlearn/trained';
import { trainingBinding } from './binding';
import { planOf } from './evaluate-input';
import type { JobStream } from './events';
import { evalRunsOf } from './eval-runs';
import { trainResumable, type TrainingPersistence } from './resumable-training';
import type { ProbeEvent } from './probe-event';
import { rescued } from './rescued';
import { ForgettingMonitor } from './forgetting-monitor';
import type { WatchSettings } from './watch-settings';
import type { Run, Workspace } from './workspace';

/** How the training ended, of how many planned steps. */
export interface Ended extends Omit<Trained, 'adapter'> {
  readonly of: number;
}

/** What else an unlearning goes by. */
export interface Unlearning {
  /** measures the forgetting every few steps on a part of the world's questions, and may end it early */
  readonly watching: WatchSettings | null;
  /** labels that people decided are taught in place of the machine's */
  readonly overrides: readonly LabelOverride[];
  /** when it says so, the model is kept as it stands */
  readonly isEnough: () => boolean;
  /** where the training outlives the lab; null: nowhere */
  readonly store: KeyValue | null;
  /** whether to go on from where it was broken off */
  readonly resume: boolean;
}

/**
 * `source` has the world's questions.
 * @throws LetheError stage/order before the labels are made, settings/invalid if an override is none
 */
export async function* unlearn(
  workspace: Workspace,
  source: FileSource,
  settings: RunSettings,
  { watching, overrides, isEnough, store, resume }: Unlearning,
  signal: AbortSignal,
): JobStream<Ended> {
  const { model, hashes } = workspace.ready('unlearn');
  const run = workspace.current('unlearn', settings);
  const monitor = watching && (await forgettingMonitorOf(workspace, run, source, settings, watching));
  const input = unlearning(run, settings, overrides);
  yield { kind: 'note', text: 'compiling' };
  const finish = async ({ adapter }: Trained): Promise<void> => {
    await run.bank.set('unlearned', adapter);
    run.probeHistory = monitor?.report() ?? null;
  };
  const ends = endsOf(watching);
  const persistence = {
    store,
    stage: 'unlearn',
    binding: trainingBinding('unlearn', ends, hashes, input, settings),
    ends,
    model: hashes.model,
    resume,
    monitor,
    rescue: (good, checkpointStore) =>
      (workspace.rescued = rescued('unlearn', good, checkpointStore, settings, finish)),
  } as const satisfies TrainingPersistence;
  const trained = yield* trainResumable(
    model,
    persistence,
    { ...input, probe: monitor, isEnough },
    settings,
    signal,
  );
  await finish(trained);
  const { steps, ending } = trained;
  return { steps, ending, of: settings.unlearn.steps };
}

/** What the unlearned model is trained on. @throws LetheError stage/order, settings/invalid as `unlearn` */
export function unlearning(
  { labels, texts }: Run,
  settings: RunSettings,
  overrides: readonly LabelOverride[],
): TrainingInput<ProbeEvent> {
  if (!labels) return fail('stage/order', { stage: 'unlearn', needs: 'label' });
  const blocks = withOverrides(labels.blocks, parseOverrides(overrides, labels.vocabulary.length));
  const { retainShare, ...training } = settings.unlearn;
  return {
    blocks: settings.softLabels ? blocks.map(softLabels) : blocks,
    retain: texts.retain,
    retainShare,
    objective: crossEntropy,
    training,
    seed: settings.seed + 1,
  };
}

/** What of the monitor decides where the training ends; one that only looks decides nothing. */
function endsOf(watching: WatchSettings | null): string {
  const mayEnd = watching && (watching.until !== null || watching.stopOnCollapse);
  return mayEnd ? JSON.stringify(watching) : '';
}

/** A forgetting monitor on the unlearning of `run`. */
export async function forgettingMonitorOf(
  workspace: Workspace,
  run: Run,
  source: FileSource,
  settings: RunSettings,
  watching: WatchSettings,
): Promise<ForgettingMonitor> {
  const loaded = workspace.ready('unlearn');
  const questions = await loadQuestions(source, loaded.folders.world);
  const plan = planOf({ variants: ['baseline'] });
  const [evalRun] = evalRunsOf(loaded, run, null, questions, plan, settings);
  return new ForgettingMonitor(
    evalRun?.context ?? fail('stage/order', { stage: 'unlearn', needs: 'load' }),
    watching,
  );
}
