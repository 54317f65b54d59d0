/** Before step 1: fine-tune the loaded model on a text that it does not know. The result is the baseline. */
import type { RunSettings } from '../../methods/settings';
import type { StageResult } from '../../pipeline/fingerprint';
import { roomOf, sentenceBlocks } from '../../text/sentence-blocks';
import { withTrueLabels, type LabelledBlock } from '../../unlearn/batches';
import { activity, type LabJob } from '../events';
import { fineTune } from '../fine-tune';
import { finishReading } from '../finish-training';
import type { Lab } from '../lab';
import { checkBlockLength } from '../prepared';
import type { Loaded } from '../workspace';

/** @throws LetheError stage/order before a model is loaded, train/diverged */
export async function* read(
  lab: Lab,
  settings: RunSettings,
  resume: boolean,
  signal: AbortSignal,
): LabJob<StageResult> {
  const { workspace } = lab;
  const fingerprint = workspace.begin('read', settings);
  const { retainShare, ...training } = settings.read;
  const seed = settings.seed + 2; // its own, so that no two trainings of a run draw alike
  const before = workspace.reading;
  workspace.reading = null;
  yield activity('translating');
  try {
    const loaded = await workspace.baseline('read', settings);
    const blocks = blocksOf(loaded, settings);
    const tuning = { stage: 'read', fingerprint, resume, blocks, training, retainShare, seed } as const;
    return finishReading(workspace, yield* fineTune(lab, loaded, tuning, settings, signal));
  } finally {
    workspace.reading ??= before; // a cancelled training must not remove the last one
  }
}

/** As many blocks as the training has room for. Each begins with a sentence, so that the model can go on from any. */
function blocksOf({ dataset, files }: Loaded, { blockLength: length, read }: RunSettings): LabelledBlock[] {
  checkBlockLength(files.config, length);
  const most = roomOf(read);
  return sentenceBlocks(dataset.forget.passages, files.tokenizer, { length, most }).map(withTrueLabels);
}
