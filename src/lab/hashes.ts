/** The hashes of a model and of its data set, which the inputs of the stages hold. */
import { contentHash } from '../base/hash';
import { hashOf, type Dataset } from './dataset';
import type { Hashes } from './run-inputs';

/** `model`: the hash of the weights. */
export function hashesOf(model: string, dataset: Dataset): Hashes {
  const hash = (part: unknown): string => contentHash(JSON.stringify(part));
  return {
    model,
    world: hashOf(dataset),
    forgetSet: hash(dataset.forget),
    retainSet: hash(dataset.retain),
    heldOut: hash(dataset.heldOut),
    dictionary: hash(dataset.sentences ? [dataset.dictionary, dataset.sentences] : dataset.dictionary),
    questions: hash(dataset.prompts),
  };
}
