/** The files of a model with its weights in fewer bits. */
import type { ModelFiles } from '../files/model-files';
import type { WeightBits } from '../llama/weight-bits';
import { packed } from '../model/packed-weights';

/** With the weights in `bits` in place of those in f32, which are then free; with 32, as they are. */
export function filesInBits(files: ModelFiles, bits: WeightBits): ModelFiles {
  return bits === 32 ? files : { ...files, weights: packed(files.config, files.weights, bits) };
}

/** Files that are kept in the bits `from`, in other bits: what was rounded cannot be undone, so they are read again. */
export async function filesInOtherBits(
  kept: ModelFiles,
  { from, to }: { readonly from: WeightBits; readonly to: WeightBits },
  readAgain: () => Promise<ModelFiles>,
): Promise<ModelFiles> {
  return from === to ? kept : filesInBits(from === 32 ? kept : await readAgain(), to);
}
