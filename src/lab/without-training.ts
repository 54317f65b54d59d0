/** An unlearned model that no training makes, in the form in which a trained one is saved. */
import { adapterLayout } from '../llama/lora';
import type { Unlearning } from '../methods/method';
import type { RunSettings } from '../methods/settings';
import type { Fingerprint } from '../pipeline/fingerprint';
import type { SavedUnlearning } from '../store/run';
import { fail } from './error-catalogue';
import type { Workspace } from './workspace';

/** @throws LetheError stage/order without a reinforced model */
export function withoutTraining(
  workspace: Workspace,
  unlearning: Exclude<Unlearning, { readonly by: 'training' }>,
  fingerprint: Fingerprint,
  settings: RunSettings,
): SavedUnlearning {
  const { model, hashes } = workspace.ready('unlearn');
  const reinforced = workspace.bank(settings).adapter('reinforced');
  if (!reinforced) return fail('stage/order', { stage: 'unlearn', needs: 'reinforce' });
  const none = { steps: 0, losses: [], seconds: 0, history: [], ending: 'completed' } as const;
  const made = { ...none, losses: [], history: [], fingerprint, model: hashes.model, settings };
  switch (unlearning.by) {
    case 'arithmetic': {
      const layout = adapterLayout(model.config, reinforced.lora);
      return { ...made, parameters: unlearning.adapter(reinforced.flat, layout) };
    }
    case 'decoding':
      return { ...made, parameters: null };
  }
}
