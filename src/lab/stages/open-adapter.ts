/** Opens an adapter that PEFT saved: to compare, or in place of one that the run would train. */
import { contentHash } from '../../base/hash';
import { readAdapter, type AdapterFiles } from '../../exchange/read-adapter';
import type { LoraSettings } from '../../llama/lora';
import { parseSettings, type RunSettings } from '../../methods/settings';
import { unknownFingerprint, type StageResult } from '../../pipeline/fingerprint';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';

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
}

/**
 * As reinforced, it is the result of that stage with these settings and its own shape, from which labels follow. As
 * unlearned, it is what is asked and measured, whatever the stages before it have made.
 * @throws LetheError stage/order before a model is loaded, settings/invalid for a shape beyond the settings, and as
 * `readAdapter`
 */
export async function* openAdapter(
  { workspace }: Lab,
  { name, files, as }: OpenAdapterInput,
  asked: RunSettings,
): LabJob<AdapterOrigin> {
  yield activity('readingFiles');
  const { files: model, hashes } = workspace.ready('openAdapter');
  const read = readAdapter(files, model.config);
  const { adapter, base, baseHash } = read;
  const { lora } = adapter;
  const isOfThisModel = baseHash === null ? null : baseHash === hashes.model;
  const origin = { name, lora, base, isOfThisModel, made: null };
  if (as === 'compared') {
    workspace.opened = { ...read, name };
    return origin;
  }
  const settings = parseSettings({ ...asked, lora });
  const made = { id: contentHash(adapter.flat), settings, opened: name };
  if (as === 'reinforced') {
    const fingerprint = workspace.begin('reinforce', settings);
    await workspace.setAdapter(as, adapter);
    workspace.results = { ...workspace.results, reinforce: { ...made, fingerprint } };
    return { ...origin, made: { fingerprint, id: made.id } };
  }
  await workspace.setAdapter(as, adapter);
  const given = { fingerprint: unknownFingerprint, isGiven: true } as const;
  workspace.results = {
    ...workspace.results,
    unlearn: { ...made, ...given, history: null, ref: { variant: as } },
  };
  return { ...origin, made: { id: made.id, ...given } };
}
