/** The gold model, which was never trained on the forget set. It is opened for an evaluation and released after it. */
import { goldFolder } from '../evaluate/questions';
import { fail } from './error-catalogue';
import { loadModelFiles } from '../files/load-model-files';
import type { ModelFiles } from '../files/model-files';
import { readsFirst, type RunSettings } from '../methods/settings';
import { AdapterBank } from '../model/adapter-bank';
import type { HostWeights } from '../model/host-weights';
import { Model } from '../model/model';
import type { EvaluatedModel } from '../model/evaluated-model';
import type { Lab } from './lab';

export interface Gold {
  readonly evaluated: EvaluatedModel;
  readonly weights: HostWeights;
  /** SHA-256 of its weights */
  readonly hash: string;
  readonly release: () => Promise<void>;
}

/**
 * The gold model on the device of the loaded one; null if there is none.
 * @throws LetheError file/missing, and weights/shape if its vocabulary differs
 */
export async function openGold(lab: Lab, settings: RunSettings): Promise<Gold | null> {
  const { device, model: loaded } = lab.workspace.ready('evaluate');
  const files = await goldFiles(lab, settings);
  if (files === null) return null;
  const model = await Model.open(device, files.config, files.weights, loaded.execution);
  const bank = new AdapterBank(device, files.config, settings.lora);
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

/** Of a data set, what its folder names; of the user's text that the model read in this run, the model before it did. */
async function goldFiles(lab: Lab, settings: RunSettings): Promise<ModelFiles | null> {
  const { source, workspace } = lab;
  const { files: loaded, folders, isOwnText } = workspace.ready('evaluate');
  if (isOwnText) {
    const hasRead = readsFirst(settings) && workspace.results.read !== undefined;
    return hasRead ? workspace.filesAsLoaded('evaluate') : null;
  }
  const folder = await goldFolder(source, folders.world);
  if (folder === null) return null;
  const files = await loadModelFiles(source, folder);
  if (files.config.vocabSize !== loaded.config.vocabSize) {
    const [expected, got] = [`${loaded.config.vocabSize} tokens`, `${files.config.vocabSize}`];
    fail('weights/shape', { name: `${folder}: vocabulary`, expected, got });
  }
  return files;
}
