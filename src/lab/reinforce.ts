/** Step 1: fine-tune the baseline on the forget text. */
import { train } from '../unlearn/train';
import type { RunSettings } from '../unlearn/settings';
import type { Stage } from './events';
import type { Workspace } from './workspace';

export async function* reinforce(
  workspace: Workspace,
  settings: RunSettings,
  signal: AbortSignal,
): Stage<void> {
  const { model } = workspace.ready('reinforce');
  yield { kind: 'note', text: 'translating' };
  const run = workspace.plan(settings);
  yield { kind: 'note', text: 'compiling' };
  const input = {
    blocks: run.texts.forget,
    retain: [],
    retainShare: 0,
    training: settings.reinforce,
    seed: settings.seed,
  };
  const { adapter } = yield* train(model, input, settings, signal);
  // Only now: a training that is cancelled takes no voice away. The unlearned one stays until it is trained again.
  Object.assign(await workspace.begin(run), { reinforced: adapter, labels: null });
  await run.bank.set('reinforced', adapter);
}
