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
  const run = await workspace.start(settings);
  yield { kind: 'note', text: 'compiling' };
  const input = {
    blocks: run.texts.forget,
    retain: [],
    retainShare: 0,
    training: settings.reinforce,
    seed: settings.seed,
  };
  const adapter = yield* train(model, input, settings, signal);
  Object.assign(run, { reinforced: adapter, labels: null, seen: null });
  await run.bank.set('reinforced', adapter);
  await run.bank.set('unlearned', null);
}
