/** The gold model, which was never trained on the forget set. It is opened for an evaluation and released after it. */
import { fail } from './error-catalogue';
import { loadModelFiles } from '../files/load-model-files';
import type { LoraSettings } from '../llama/lora';
import { AdapterBank } from '../model/adapter-bank';
import { Model, type HostWeights } from '../model/model';
import type { EvaluatedModel } from '../model/evaluated-model';
import type { Lab } from './lab';
import { goldFolderOf } from './questions';

export interface Gold {
  readonly evaluated: EvaluatedModel;
  readonly weights: HostWeights;
  /** SHA-256 of its weights */
  readonly hash: string;
  readonly release: () => Promise<void>;
}

/**
 * The data set's gold model on the device of the loaded one; null if there is none.
 * @throws LetheError file/missing, and weights/shape if its vocabulary differs
 */
export async function openGold(lab: Lab, lora: LoraSettings): Promise<Gold | null> {
  const { source, workspace } = lab;
  const { device, files: loaded } = workspace.ready('evaluate');
  const folder = await goldFolderOf(lab);
  if (folder === null) return null;
  const files = await loadModelFiles(source, folder);
  if (files.config.vocabSize !== loaded.config.vocabSize) {
    const [expected, got] = [`${loaded.config.vocabSize} tokens`, `${files.config.vocabSize}`];
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
