/** The files of a model with its weights in fewer bits. */
import { readWhole } from '../files/load-model-files';
import type { ModelFiles, OpenedModel } from '../files/model-files';
import type { WeightBits } from '../llama/weight-bits';
import { readChecked } from '../model/check-weights';
import { packed, PackedWeights } from '../model/packed-weights';

/** Reads the weights one after another, each in `bits` before the next is read. @throws LetheError as readChecked */
export async function readInBits(opened: OpenedModel, bits: WeightBits): Promise<ModelFiles> {
  if (bits === 32) return readWhole(opened);
  return {
    ...opened,
    weights: await PackedWeights.reading(readChecked(opened.config, opened.weights), bits),
  };
}

/** With the weights in `bits` in place of those in f32, which are then free; with 32, as they are. */
export function filesInBits(files: ModelFiles, bits: WeightBits): ModelFiles {
  return bits === 32 ? files : { ...files, weights: packed(files.config, files.weights, bits) };
}

/** Files that are kept in the bits `from`, in other bits: what was rounded cannot be undone, so they are read again. */
export async function filesInOtherBits(
  kept: ModelFiles,
  { from, to }: { readonly from: WeightBits; readonly to: WeightBits },
  readAgain: (bits: WeightBits) => Promise<ModelFiles>,
): Promise<ModelFiles> {
  if (from === to) return kept;
  return from === 32 ? filesInBits(kept, to) : readAgain(to);
}
