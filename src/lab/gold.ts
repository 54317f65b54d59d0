/** The gold model: one that never read the forget text. It is opened for an evaluation and given back after it. */
import { fail } from '../base/errors';
import { goldFolder } from '../evaluate/questions';
import { loadModelFiles } from '../files/model-files';
import type { FileSource } from '../files/source';
import type { LoraSettings } from '../llama/lora';
import { AdapterBank } from '../model/adapter-bank';
import { Model, type HostWeights } from '../model/model';
import type { EvaluatedModel } from '../model/evaluated-model';
import type { Loaded } from './workspace';

export interface Gold {
  readonly evaluated: EvaluatedModel;
  readonly weights: HostWeights;
  /** SHA-256 of its weights */
  readonly hash: string;
  readonly release: () => Promise<void>;
}

/**
 * The world's gold model on the device of the loaded one; null if the world names none.
 * @throws LetheError file/missing, and weights/shape if it speaks with other tokens
 */
export async function openGold(
  source: FileSource,
  { device, folders, files: { config } }: Loaded,
  lora: LoraSettings,
): Promise<Gold | null> {
  const folder = await goldFolder(source, folders.world);
  if (folder === null) return null;
  const files = await loadModelFiles(source, folder);
  if (files.config.vocabSize !== config.vocabSize) {
    const [expected, got] = [`${config.vocabSize} tokens`, `${files.config.vocabSize}`];
    fail('weights/shape', { name: `${folder}: vocabulary`, expected, got });
  }
  const model = await Model.open(device, files.config, files.weights);
  const bank = new AdapterBank(device, files.config, lora);
  return {
    evaluated: { model, bank, variantRef: { variant: 'baseline' } },
    weights: files.weights,
    hash: files.hash,
    async release() {
      await bank.release();
      await model.release();
    },
  };
}
