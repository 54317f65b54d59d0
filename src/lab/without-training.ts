/** Models that no training makes, in the form in which a trained one is saved. */
import { adapterLayout } from '../llama/lora';
import type { Unlearning } from '../methods/method';
import type { RunSettings } from '../methods/settings';
import type { Fingerprint } from '../pipeline/fingerprint';
import type { SavedTraining, SavedUnlearning } from '../store/run';
import { fail } from './error-catalogue';
import type { Workspace } from './workspace';

/** @throws LetheError stage/order without a reinforced model */
export function withoutTraining(
  workspace: Workspace,
  unlearning: Exclude<Unlearning, { readonly by: 'training' }>,
  fingerprint: Fingerprint,
  settings: RunSettings,
): SavedUnlearning {
  const { model } = workspace.ready('unlearn');
  const reinforced = workspace.bank(settings).adapter('reinforced');
  if (!reinforced) return fail('stage/order', { stage: 'unlearn', needs: 'reinforce' });
  const made = untrained(workspace, fingerprint, settings);
  switch (unlearning.by) {
    case 'arithmetic': {
      const layout = adapterLayout(model.config, reinforced.lora);
      return { ...made, parameters: unlearning.adapter(reinforced.flat, layout) };
    }
    case 'decoding':
      return { ...made, parameters: null };
  }
}

/** All but the adapter, which took no step. @throws LetheError stage/order before a model is loaded */
export function untrained(
  workspace: Workspace,
  fingerprint: Fingerprint,
  settings: RunSettings,
): Omit<SavedTraining, 'parameters'> {
  const { model } = workspace.ready('unlearn').hashes;
  return { fingerprint, model, settings, steps: 0, losses: [], seconds: 0, history: [], ending: 'completed' };
}
