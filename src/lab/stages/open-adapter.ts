/** Opens an adapter that PEFT saved: to compare, or in place of one that the run would train. */
import { readAdapter, type AdapterFiles } from '../../exchange/read-adapter';
import type { LoraSettings } from '../../llama/lora';
import { parseSettings, type RunSettings } from '../../methods/settings';
import { unknownFingerprint, type StageResult } from '../../pipeline/fingerprint';
import { runSlots } from '../../store/run';
import { activity, type LabJob } from '../events';
import { finishReinforcing, finishUnlearning } from '../finish-training';
import type { Lab } from '../lab';
import { saveResult } from '../save-result';
import { untrained } from '../without-training';
import { unlearnResult, type BeforeAndAfter } from './unlearn';

export const adapterUses = ['compared', 'reinforced', 'unlearned'] as const;
export type AdapterUse = (typeof adapterUses)[number];

export interface OpenAdapterInput {
  /** what the user knows it by */
  readonly name: string;
  readonly files: AdapterFiles;
  readonly as: AdapterUse;
}

/** Where an adapter that was opened comes from. */
export interface AdapterOrigin {
  readonly name: string;
  readonly lora: LoraSettings;
  /** the model that it was made on, as it names it; null: it does not say */
  readonly base: string | null;
  /** whether that is the model which is loaded; null: it does not say */
  readonly isOfThisModel: boolean | null;
  /** the result of a stage that it took the place of; null: of none */
  readonly made: StageResult | null;
  /** what it changes; null unless it is the unlearned model */
  readonly compared: BeforeAndAfter | null;
}

/**
 * As reinforced, it is the result of that stage with these settings and its own shape, from which labels follow. As
 * unlearned, it is what is asked and measured, whatever the stages before it have made. Both are saved as a trained one is.
 * @throws LetheError stage/order before a model is loaded, settings/invalid for a shape beyond the settings, and as
 * `readAdapter`
 */
export async function* openAdapter(
  lab: Lab,
  { name, files, as }: OpenAdapterInput,
  asked: RunSettings,
  signal: AbortSignal,
): LabJob<AdapterOrigin> {
  const { workspace, store } = lab;
  yield activity('readingFiles');
  const { files: model, hashes } = workspace.ready('openAdapter');
  const read = readAdapter(files, model.config);
  const { adapter, base, baseHash } = read;
  const { lora } = adapter;
  const isOfThisModel = baseHash === null ? null : baseHash === hashes.model;
  const origin = { name, lora, base, isOfThisModel, made: null, compared: null };
  if (as === 'compared') {
    workspace.opened = { ...read, name };
    return origin;
  }
  const settings = parseSettings({ ...asked, lora });
  const fingerprint = as === 'reinforced' ? workspace.begin('reinforce', settings) : unknownFingerprint;
  const saved = { ...untrained(workspace, fingerprint, settings), parameters: adapter.flat, opened: name };
  if (as === 'reinforced') {
    const made = await finishReinforcing(workspace, saved);
    if (store) yield await saveResult(runSlots.reinforce.put(saved), settings, store);
    return { ...origin, made };
  }
  const made = await finishUnlearning(workspace, saved, null);
  if (store) yield await saveResult(runSlots.unlearn.put(saved), settings, store);
  const { compared } = yield* unlearnResult(lab, made, saved, signal);
  return { ...origin, made, compared };
}
