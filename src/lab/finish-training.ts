/** Makes the outcome of a training the result of its stage: at its end, when it is rescued, and when it is restored. */
import { contentHash } from '../base/hash';
import { fingerprintId, type StageResult } from '../pipeline/fingerprint';
import type { SavedTraining, SavedUnlearning } from '../store/run';
import type { ProbeHistory } from './forgetting-monitor';
import type { Workspace } from './workspace';

export function finishReading(workspace: Workspace, saved: SavedTraining): StageResult {
  const { fingerprint, settings, parameters: flat } = saved;
  workspace.reading = { lora: settings.lora, flat };
  const read = { fingerprint, id: contentHash(flat) };
  workspace.results = { ...workspace.results, read };
  return read;
}

export async function finishReinforcing(workspace: Workspace, saved: SavedTraining): Promise<StageResult> {
  const { fingerprint, settings, parameters: flat } = saved;
  // Only now: a cancelled training must not remove a variant.
  await workspace.setAdapter('reinforced', { lora: settings.lora, flat });
  const reinforce = { fingerprint, id: contentHash(flat) };
  workspace.results = { ...workspace.results, reinforce: { ...reinforce, settings, ...openedIn(saved) } };
  return reinforce;
}

/** `history`: what was measured during the training. An adapter that was opened is given, whatever comes before it. */
export async function finishUnlearning(
  workspace: Workspace,
  saved: SavedUnlearning,
  history: ProbeHistory | null,
): Promise<StageResult> {
  const { fingerprint, settings, parameters: flat } = saved;
  const { lora, alpha, logitSpace: space } = settings;
  await workspace.setAdapter('unlearned', flat && { lora, flat });
  const opened = openedIn(saved);
  const made = {
    fingerprint,
    id: flat ? contentHash(flat) : fingerprintId(fingerprint),
    ...('opened' in opened && { isGiven: true }),
  };
  const ref = flat ? ({ variant: 'unlearned' } as const) : ({ variant: 'equation1', alpha, space } as const);
  workspace.results = { ...workspace.results, unlearn: { ...made, ...opened, settings, history, ref } };
  return made;
}

/** The name of the adapter that was opened, where one was. */
function openedIn(saved: SavedUnlearning): { readonly opened?: string } {
  return 'opened' in saved ? { opened: saved.opened } : {};
}
