/** Step 1: fine-tune the baseline on the forget text. */
import { crossEntropy } from '../llama/loss';
import type { KeyValue } from '../store/key-value';
import type { RunSettings } from '../methods/settings';
import type { TrainingInput } from '../unlearn/train';
import type { Trained } from '../unlearn/trained';
import { trainingBinding } from './binding';
import type { JobStream } from './events';
import { trainResumable, type TrainingPersistence } from './resumable-training';
import { rescued } from './rescued';
import type { Run, Workspace } from './workspace';

/** With `store` the training outlives the lab; with `resume` it goes on from where it was broken off. */
export async function* reinforce(
  workspace: Workspace,
  settings: RunSettings,
  store: KeyValue | null,
  resume: boolean,
  signal: AbortSignal,
): JobStream<void> {
  const { model, hashes } = workspace.ready('reinforce');
  yield { kind: 'note', text: 'translating' };
  const run = workspace.plan(settings);
  yield { kind: 'note', text: 'compiling' };
  const input = reinforcing(run, settings);
  // Only now: a training that is cancelled takes no variant away. The unlearned one stays until it is trained again.
  const finish = async ({ adapter }: Trained): Promise<void> => {
    Object.assign(await workspace.begin(run), { reinforced: adapter, labels: null });
    await run.bank.set('reinforced', adapter);
  };
  const persistence = {
    store,
    stage: 'reinforce',
    binding: trainingBinding('reinforce', '', hashes, input, settings),
    ends: '',
    model: hashes.model,
    resume,
    monitor: null,
    rescue: (good, checkpointStore) =>
      (workspace.rescued = rescued('reinforce', good, checkpointStore, settings, finish)),
  } as const satisfies TrainingPersistence;
  await finish(yield* trainResumable(model, persistence, input, settings, signal));
}

/** What the reinforced model is trained on. */
export function reinforcing({ texts }: Run, settings: RunSettings): TrainingInput {
  const { reinforce: training, seed } = settings;
  return { blocks: texts.forget, retain: [], retainShare: 0, objective: crossEntropy, training, seed };
}
