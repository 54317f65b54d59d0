/** The adapters as they are now: between two steps of a training, the one that it trains as it is so far. */
import { isSame } from '../base/same';
import type { RunSettings } from '../methods/settings';
import { AdapterBank } from '../model/adapter-bank';
import type { Workspace } from './workspace';

export interface CurrentBank {
  readonly bank: AdapterBank;
  /** Ends the use of the bank; must be called before the next step. */
  readonly release: () => Promise<void>;
}

export async function currentBank(workspace: Workspace, settings: RunSettings): Promise<CurrentBank> {
  const kept = workspace.bank(settings);
  const { training } = workspace;
  if (!training) return { bank: kept, release: () => Promise.resolve() };
  const { device, model } = workspace.ready('ask');
  const current = await training.read();
  const bank = new AdapterBank(device, model.config, current.lora);
  for (const variant of ['reinforced', 'unlearned'] as const) {
    const adapter = variant === training.variant ? current : kept.adapter(variant);
    // A bank has one shape: what was trained with another one is about to be dropped.
    if (adapter && isSame(adapter.lora, bank.lora)) await bank.set(variant, adapter);
  }
  return { bank, release: () => bank.release() };
}
