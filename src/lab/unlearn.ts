/** Step 4: fine-tune the baseline on the original text with the generic labels. */
import { fail } from '../base/errors';
import { loadQuestions } from '../evaluate/questions';
import type { FileSource } from '../files/source';
import { parseOverrides, withOverrides, type LabelOverride } from '../unlearn/overrides';
import type { RunSettings } from '../unlearn/settings';
import { softLabels } from '../unlearn/soft-labels';
import { train, type Trained } from '../unlearn/train';
import { planOf } from './evaluate-input';
import type { Stage } from './events';
import { examsOf } from './exams';
import { Watch } from './watch';
import type { WatchSettings } from './watch-settings';
import type { Run, Workspace } from './workspace';

/** How the training ended, of how many planned steps. */
export interface Ended extends Omit<Trained, 'adapter'> {
  readonly of: number;
}

/**
 * With `watching`, the forgetting is measured every few steps on a part of the world's questions in `source`. Labels
 * that people decided are taught in place of the machine's. When `isEnough` says so, the model is kept as it stands.
 * @throws LetheError stage/order before the labels are made, settings/invalid if an override is none
 */
export async function* unlearn(
  workspace: Workspace,
  source: FileSource,
  settings: RunSettings,
  watching: WatchSettings | null,
  overrides: readonly LabelOverride[],
  isEnough: () => boolean,
  signal: AbortSignal,
): Stage<Ended> {
  const { model } = workspace.ready('unlearn');
  const run = workspace.current('unlearn', settings);
  const labels = run.labels ?? fail('stage/order', { stage: 'unlearn', needs: 'label' });
  const blocks = withOverrides(labels.blocks, parseOverrides(overrides, labels.vocabulary.length));
  const probe = watching && (await watchOf(workspace, run, source, settings, watching));
  yield { kind: 'note', text: 'compiling' };
  const { retainShare } = settings.unlearn;
  const input = {
    blocks: settings.softLabels ? blocks.map(softLabels) : blocks,
    retain: run.texts.retain,
    retainShare,
    training: settings.unlearn,
    seed: settings.seed + 1,
    probe,
    isEnough,
  };
  const { adapter, ...ended } = yield* train(model, input, settings, signal);
  await run.bank.set('unlearned', adapter);
  run.seen = probe?.report() ?? null;
  return { ...ended, of: settings.unlearn.steps };
}

async function watchOf(
  workspace: Workspace,
  run: Run,
  source: FileSource,
  settings: RunSettings,
  watching: WatchSettings,
): Promise<Watch> {
  const loaded = workspace.ready('unlearn');
  const questions = await loadQuestions(source, loaded.folders.world);
  const plan = planOf({ voices: ['baseline'] });
  const [sitting] = examsOf(loaded, run, null, questions, plan, settings);
  return new Watch(sitting?.exam ?? fail('stage/order', { stage: 'unlearn', needs: 'load' }), watching);
}
