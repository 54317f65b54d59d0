/** Step 4: fine-tune the baseline on the original text with the generic labels. */
import { fail } from '../base/errors';
import type { RunSettings } from '../unlearn/settings';
import { softLabels } from '../unlearn/soft-labels';
import { train } from '../unlearn/train';
import type { Stage } from './events';
import type { Workspace } from './workspace';

/** @throws LetheError stage/order before the labels are made */
export async function* unlearn(
  workspace: Workspace,
  settings: RunSettings,
  signal: AbortSignal,
): Stage<void> {
  const { model } = workspace.ready('unlearn');
  const run = workspace.current('unlearn', settings);
  const { blocks } = run.labels ?? fail('stage/order', { stage: 'unlearn', needs: 'label' });
  yield { kind: 'note', text: 'compiling' };
  const { retainShare } = settings.unlearn;
  const input = {
    blocks: settings.softLabels ? blocks.map(softLabels) : blocks,
    retain: run.texts.retain,
    retainShare,
    training: settings.unlearn,
    seed: settings.seed + 1,
  };
  await run.bank.set('unlearned', yield* train(model, input, settings, signal));
}
