/** An adapter made elsewhere that was opened to compare: it answers beside the variants of the run, and changes none. */
import { joinAdapters } from '../exchange/join-adapters';
import { readsFirst, type RunSettings } from '../methods/settings';
import { AdapterBank, type Adapter } from '../model/adapter-bank';
import type { EvaluatedModel } from '../model/evaluated-model';
import { fail } from './error-catalogue';
import type { Workspace } from './workspace';

/** Over the model that is loaded, on its device. @throws LetheError adapter/none, stage/order before a model is loaded */
export async function openedModel(
  workspace: Workspace,
  settings: RunSettings,
): Promise<{ readonly evaluated: EvaluatedModel; readonly release: () => Promise<void> }> {
  const { device, model } = workspace.ready('ask');
  const { adapter } = workspace.opened ?? fail('adapter/none', {});
  // It was made for the model as it was loaded: what the baseline learnt by reading is taken off again.
  const reading = readsFirst(settings) ? workspace.reading : null;
  const whole = reading ? joinAdapters(model.config, adapter, negated(reading)) : adapter;
  const bank = new AdapterBank(device, model.config, whole.lora);
  await bank.set('unlearned', whole);
  return {
    evaluated: { model, bank, variantRef: { variant: 'unlearned' } },
    release: () => bank.release(),
  };
}

const negated = ({ lora, flat }: Adapter): Adapter => ({
  lora: { ...lora, loraAlpha: -lora.loraAlpha },
  flat,
});
