/**
 * What outlived the lab, put back to work: variants, labels and metrics of a run that was made with the very model and
 * texts that are loaded. What was made from something else stays where it is kept.
 */
import type { FileSource } from '../files/source';
import type { KeyValue } from '../store/key-value';
import type { LabelOverride } from '../unlearn/overrides';
import type { JobStream } from './events';
import { measure } from './measure';
import { Restoration } from './restoration';
import type { Restored, RestoredUnlearning } from './restored';
import type { Workspace } from './workspace';

/** `overrides` are the labels by people that the page has. */
export async function* restore(
  workspace: Workspace,
  source: FileSource,
  store: KeyValue | null,
  overrides: readonly LabelOverride[],
  signal: AbortSignal,
): JobStream<Restored> {
  const loaded = workspace.ready('restore');
  if (!store) return { reinforce: null, label: null, unlearn: null, evaluate: null, broken: null };
  yield { kind: 'note', text: 'translating' };
  const saved = new Restoration(workspace, loaded, store, overrides);
  const [reinforce, label] = [await saved.reinforce(), await saved.label()];
  const unlearned = await saved.unlearn(source);
  let unlearn: RestoredUnlearning | null = null;
  if (unlearned) {
    const measures = (variant: 'baseline' | 'unlearned') =>
      measure(workspace, variant, unlearned.settings, store, signal);
    // Closed between training and measuring: measured now.
    const compared = unlearned.compared ?? {
      before: yield* measures('baseline'),
      after: yield* measures('unlearned'),
    };
    unlearn = { ...unlearned, compared };
  }
  return {
    reinforce,
    label,
    unlearn,
    evaluate: await saved.evaluate(),
    broken: await saved.broken(),
  };
}
