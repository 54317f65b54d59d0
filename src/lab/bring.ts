/** Another dictionary in place of the world's own, for the labels that come. What was trained stays. */
import type { Dictionary } from '../text/dictionary';
import type { Stage } from './events';
import type { Workspace } from './workspace';

/** Gives the new hash of the world. @throws LetheError stage/order before a model is loaded */
export async function* bring(workspace: Workspace, dictionary: Dictionary): Stage<string> {
  yield { kind: 'note', text: 'translating' };
  return Promise.resolve(workspace.bring(dictionary));
}
