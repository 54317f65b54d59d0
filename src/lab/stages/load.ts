/** Loads the model and the data set. */
import { loadModelFiles } from '../../files/load-model-files';
import { Model } from '../../model/model';
import { DEFAULT_SPLIT, type Split } from '../../evaluate/split';
import { checkWritten } from '../../text/coverage';
import { defaultSettings } from '../../methods/settings';
import type { Plan } from '../../model/execution';
import { totalOf } from '../../model/plan-bytes';
import type { BitChoice, PlanChoice } from '../../model/plan-choice';
import type { DeviceInfo } from '../../runtime/device';
import { chooseDevice, type DeviceChoice, type DeviceReason } from '../choose-device';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import { withOwnTexts, type OwnTexts } from '../own-texts';
import { planFor } from '../plan-for';
import { hashesOf, type Hashes } from '../run-inputs';
import { filesInBits } from '../files-in-bits';
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
  const [files, shipped] = [await loadModelFiles(source, folder), await loadDataset(source, world, split)];
  if (texts) checkWritten(texts.forget.passages, files.tokenizer);
  const dataset = texts ? withOwnTexts(shipped, texts) : shipped;
  await workspace.release();
  yield activity(backend === 'auto' ? 'comparingDevices' : 'openingDevice');
  const chosen = await chooseDevice(backend, files, open, signal);
  const {
    execution,
    auto,
    bytes: needs,
  } = planFor(files.config, { ...defaultSettings, plan: planChoice, weightBits: bitChoice }, chosen.device);
  const kept = filesInBits(files, execution.weightBits);
  const model = await Model.open(chosen.device, files.config, kept.weights, execution);
  const hashes = hashesOf(files.hash, dataset);
  const folders = { model: folder, world };
  workspace.put({
    ...chosen,
    files: kept,
    readAgain: () => loadModelFiles(source, folder),
    model,
    planChoice,
    bitChoice,
    dataset,
    split,
    folders,
    isOwnText: texts !== undefined,
    hashes,
  });
  const parameters = [...files.weights.values()].reduce((sum, { data }) => sum + data.length, 0);
  return {
    device: chosen.device.info,
    why: chosen.why,
    autoPlan: auto,
    planned: { whole: totalOf(needs.whole), layered: totalOf(needs.layered) },
    parameters,
    bytes: files.bytes,
    hashes,
    dataset,
  };
}
