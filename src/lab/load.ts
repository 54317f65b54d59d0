/** Step 0: the model and the world. */
import { loadModelFiles } from '../files/model-files';
import type { FileSource } from '../files/source';
import { Model } from '../model/model';
import type { DeviceInfo } from '../runtime/device';
import { chooseDevice, type DeviceChoice, type Openers } from './choose-device';
import type { JobStream } from './events';
import type { OwnTexts } from './own-texts';
import type { Loaded, Workspace } from './workspace';
import { hashOf, loadDataset, type Dataset } from './dataset';

export interface LoadInput {
  readonly backend: DeviceChoice;
  /** folders of the model and the world inside the source */
  readonly model: string;
  readonly world: string;
  /** a text of one's own in place of the world's */
  readonly texts?: OwnTexts;
}

export interface LoadResult {
  readonly device: DeviceInfo;
  readonly why: string;
  readonly parameters: number;
  readonly bytes: number;
  readonly hashes: Loaded['hashes'];
  readonly dataset: Dataset;
}

/** A model loaded before is released. @throws LetheError of files, weights, runtime */
export async function* load(
  workspace: Workspace,
  source: FileSource,
  open: Openers,
  { backend, model: folder, world: texts }: LoadInput,
): JobStream<LoadResult> {
  yield { kind: 'note', text: 'files' };
  const [files, dataset] = [await loadModelFiles(source, folder), await loadDataset(source, texts)];
  await workspace.release();
  yield { kind: 'note', text: backend === 'auto' ? 'measuring' : 'device' };
  const chosen = await chooseDevice(backend, files, open);
  const model = await Model.open(chosen.device, files.config, files.weights);
  const hashes = { model: files.hash, world: hashOf(dataset) };
  workspace.put({ ...chosen, files, model, dataset, folders: { model: folder, world: texts }, hashes });
  const parameters = [...files.weights.values()].reduce((sum, { data }) => sum + data.length, 0);
  return {
    device: chosen.device.info,
    why: chosen.why,
    parameters,
    bytes: files.bytes,
    hashes,
    dataset,
  };
}
