/**
 * What outlived the lab, put back to work: voices, labels and figures of a run that was made with the very model and
 * texts that are loaded. What was made from something else stays where it is kept.
 */
import type { FileSource } from '../files/source';
import type { KeyValue } from '../store/key-value';
import type { LabelOverride } from '../unlearn/overrides';
import type { Stage } from './events';
import { Restoration } from './restoration';
import type { Restored } from './restored';
import type { Workspace } from './workspace';

/** `overrides` are the labels by people that the page has. */
export async function* restore(
  workspace: Workspace,
  source: FileSource,
  store: KeyValue | null,
  overrides: readonly LabelOverride[],
): Stage<Restored> {
  const loaded = workspace.ready('restore');
  if (!store) return { reinforce: null, label: null, unlearn: null, evaluate: null, broken: null };
  yield { kind: 'note', text: 'translating' };
  const kept = new Restoration(workspace, loaded, store, overrides);
  return {
    reinforce: await kept.reinforce(),
    label: await kept.label(),
    unlearn: await kept.unlearn(source),
    evaluate: await kept.evaluate(),
    broken: await kept.broken(),
  };
}
