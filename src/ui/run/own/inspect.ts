/** What a model is that the user picked, and what it would take on this device, before anything of it is kept. */
import { offeredMemory } from '../../../base/browser';
import { hasCode } from '../../../base/errors';
import { openModelFiles } from '../../../files/load-model-files';
import { idOf, ownPath, withOwnFiles } from '../../../files/own-files';
import { modelAmong, type PickedFile } from '../../../files/picked-model';
import type { FileSource } from '../../../files/source';
import { size } from '../../../base/shape';
import { planFor } from '../../../lab/plan-for';
import type { LlamaConfig } from '../../../llama/config';
import { families } from '../../../llama/families';
import { weightShapes } from '../../../llama/weights';
import type { RunSettings } from '../../../methods/settings';
import { modelErrors } from '../../../model/errors';
import { totalOf } from '../../../model/plan-bytes';
import type { Plan } from '../../../model/execution';
import { bitChoices, type BitChoice } from '../../../model/plan-choice';
import type { OwnFile, OwnModel } from '../../../store/own-models';

export interface PickedOnDisk extends PickedFile, OwnFile {}

/** Memory with weights of these bits; null: it does not fit. */
interface Estimate {
  readonly bits: BitChoice;
  readonly fits: { readonly plan: Plan; readonly bytes: number } | null;
}

export interface Inspected {
  readonly model: OwnModel;
  readonly files: readonly PickedOnDisk[];
  /** longest sequence, in tokens */
  readonly context: number;
  readonly vocabulary: number;
  readonly estimates: readonly Estimate[];
}

/** @throws LetheError model/incomplete, model/several, file/missing, file/invalid, config/unsupported */
export async function inspect(
  picked: readonly PickedOnDisk[],
  settings: Pick<RunSettings, 'plan' | 'unlearn' | 'blockLength' | 'lora'>,
): Promise<Inspected> {
  const { name, isGguf, files } = modelAmong(picked);
  const named = files.map((one) => (isGguf ? { ...one, name } : one));
  const none: FileSource = { read: (path) => Promise.reject(new Error(path)) };
  const file = (_: string, wanted: string) =>
    Promise.resolve(named.find((one) => one.name === wanted)?.file ?? null);
  const { config, hash } = await openModelFiles(withOwnFiles(none, { file }), ownPath('picked', name));
  const shapes = [...weightShapes(config).values()];
  const id = idOf(hash);
  return {
    model: {
      id,
      path: ownPath(id, name),
      title: name,
      bytes: named.reduce((sum, one) => sum + one.file.size, 0),
      parameters: shapes.reduce((sum, shape) => sum + size(shape), 0),
      family: families[config.family].name,
      isOnDisk: named.every(({ handle }) => handle !== undefined),
      files: named.map((one) => one.name),
    },
    files: named,
    context: config.context,
    vocabulary: config.vocabSize,
    estimates: bitChoices.map((bits) => estimateOf(config, bits, settings)),
  };
}

/** On WASM, which every browser has. */
function estimateOf(
  config: LlamaConfig,
  weightBits: BitChoice,
  settings: Pick<RunSettings, 'plan' | 'unlearn' | 'blockLength' | 'lora'>,
): Estimate {
  try {
    const device = { offers: offeredMemory(), copiesFeeds: true };
    const { plan, bytes } = planFor(config, { ...settings, weightBits }, device);
    return { bits: weightBits, fits: { plan, bytes: totalOf(bytes[plan]) } };
  } catch (error) {
    if (!hasCode(error, modelErrors, 'plan/too-big')) throw error;
    return { bits: weightBits, fits: null };
  }
}
