/** Loads the model and the data set. */
import { once } from '../../base/once';
import { size } from '../../base/shape';
import { fail } from '../../files/errors';
import { openModelFiles } from '../../files/load-model-files';
import type { ModelFiles } from '../../files/model-files';
import { checkNamed } from '../../files/own-files';
import type { FileSource } from '../../files/source';
import type { WeightBits } from '../../llama/weight-bits';
import { Model } from '../../model/model';
import { DEFAULT_SPLIT, type Split } from '../../evaluate/split';
import { checkWritten } from '../../text/coverage';
import { defaultSettings } from '../../methods/settings';
import { executions, type Plan } from '../../model/execution';
import { totalOf } from '../../model/plan-bytes';
import { bitsOf, type BitChoice, type PlanChoice } from '../../model/plan-choice';
import type { Device, DeviceInfo } from '../../runtime/device';
import { chooseDevice, type DeviceChoice, type DeviceReason } from '../choose-device';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import { withOwnTexts, type OwnTexts } from '../own-texts';
import { planFor } from '../plan-for';
import { hashesOf } from '../hashes';
import type { Hashes } from '../run-inputs';
import { readInBits } from '../files-in-bits';
import { loadDataset, type Dataset } from '../dataset';

export interface LoadInput {
  readonly backend: DeviceChoice;
  /** as in the settings that stages will run with, so that the model is opened once @default auto */
  readonly plan?: PlanChoice;
  /** likewise @default 32 */
  readonly weightBits?: BitChoice;
  /** folders of the model and the data set inside the source */
  readonly model: string;
  readonly world: string;
  /** items to evaluate on @default 'test' */
  readonly split?: Split;
  /** a text of the user's own in place of the forget set */
  readonly texts?: OwnTexts;
}

export interface LoadResult {
  readonly device: DeviceInfo;
  readonly why: DeviceReason;
  /** what the plan `auto` means for this model on this device */
  readonly autoPlan: Plan;
  /** bytes that each plan is expected to take */
  readonly planned: Readonly<Record<Plan, number>>;
  readonly parameters: number;
  readonly bytes: number;
  /** whether it has a chat template */
  readonly chats: boolean;
  readonly hashes: Hashes;
  readonly dataset: Dataset;
}

/** The model loaded before is released. @throws LetheError of files, weights, runtime */
export async function* load(
  { workspace, source, open }: Lab,
  {
    backend,
    plan: planChoice = 'auto',
    weightBits: bitChoice = '32',
    model: folder,
    world,
    split = DEFAULT_SPLIT,
    texts,
  }: LoadInput,
  signal: AbortSignal,
): LabJob<LoadResult> {
  yield activity('readingFiles');
  const [opened, shipped] = [await openModelFiles(source, folder), await loadDataset(source, world, split)];
  const { config } = opened;
  checkNamed(folder, opened.hash);
  if (texts) checkWritten(texts.forget.passages, opened.tokenizer);
  const dataset = texts ? withOwnTexts(shipped, texts) : shipped;
  await workspace.release();
  yield activity(backend === 'auto' ? 'comparingDevices' : 'openingDevice');
  const weightBits = bitsOf[bitChoice];
  const read = once(() => readInBits(opened, weightBits), []);
  const openOn = async (device: Device): Promise<Model> =>
    Model.open(device, config, (await read()).weights, { ...executions.whole, weightBits });
  const chosen = await chooseDevice(backend, openOn, open, signal);
  const {
    execution,
    auto,
    bytes: needs,
  } = planFor(config, { ...defaultSettings, plan: planChoice, weightBits: bitChoice }, chosen.device);
  const files = await read();
  const model = await Model.open(chosen.device, config, files.weights, execution);
  const hashes = hashesOf(opened.hash, dataset);
  const folders = { model: folder, world };
  workspace.put({
    ...chosen,
    files,
    readAgain: rereading(source, folder, opened.hash),
    model,
    planChoice,
    bitChoice,
    dataset,
    split,
    folders,
    isOwnText: texts !== undefined,
    hashes,
  });
  const parameters = [...opened.weights.values()].reduce((sum, { shape }) => sum + size(shape), 0);
  return {
    device: chosen.device.info,
    why: chosen.why,
    autoPlan: auto,
    planned: { whole: totalOf(needs.whole), layered: totalOf(needs.layered) },
    parameters,
    bytes: opened.bytes,
    chats: opened.chat !== null,
    hashes,
    dataset,
  };
}

/**
 * Reads the model again. Nothing of what was opened before is kept for that.
 * @throws LetheError file/invalid if it is another model by now
 */
const rereading =
  (source: FileSource, path: string, hash: string) =>
  async (bits: WeightBits): Promise<ModelFiles> => {
    const opened = await openModelFiles(source, path);
    if (opened.hash !== hash)
      fail('file/invalid', { path, expected: 'the model that was loaded before', got: 'another' });
    return readInBits(opened, bits);
  };
