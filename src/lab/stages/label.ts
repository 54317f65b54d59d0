/** Steps 2 and 3: the baseline's predictions on the translation, and equation 1. */
import { effectiveAlpha, type RunSettings } from '../../methods/settings';
import { methodVariantOf } from '../../methods/variant';
import { fingerprintId, type Fingerprint, type StageResult } from '../../pipeline/fingerprint';
import { isStored } from '../../store/key-value';
import { runSlots } from '../../store/run';
import { tokenLabel } from '../../text/token-labels';
import { chooseBlocks } from '../../unlearn/choose-blocks';
import { labelBlocks } from '../../unlearn/label';
import type { Labels } from '../../unlearn/record';
import { writeLabels } from '../../unlearn/write-labels';
import type { LabJob } from '../events';
import type { Lab } from '../lab';

export interface LabelResult extends StageResult {
  readonly labels: Labels;
}

/** @throws LetheError stage/order without the reinforced model that the settings require, labels/none */
export async function* label(lab: Lab, settings: RunSettings, signal: AbortSignal): LabJob<LabelResult> {
  const { workspace, store } = lab;
  const fingerprint = workspace.begin('label', settings);
  const { model, files, hashes } = await workspace.baseline('label', settings);
  const aligned = chooseBlocks(workspace.texts(settings).aligned, settings.chosenBlocks);
  const input = { ...settings, alpha: effectiveAlpha(settings) };
  const blocks = yield* labelBlocks(model, workspace.bank(settings), aligned, input, signal);
  const { config, tokenizer } = files;
  const labels: Labels = {
    origin: {
      variant: methodVariantOf(settings),
      settings,
      hashes: { model: hashes.model, world: hashes.world },
    },
    vocabulary: Array.from({ length: config.vocabSize }, (_, id) => tokenLabel(tokenizer, id)),
    blocks,
  };
  if (store) {
    const file = writeLabels(labels);
    const put = runSlots.label.put({ fingerprint, model: hashes.model, settings, file });
    yield { kind: 'checkpoint', step: null, isSaved: await isStored(store, { put }) };
  }
  return takeLabels(lab, fingerprint, labels);
}

/** Makes labels the result of the stage. They depend only on their inputs, whose fingerprint is also their id. */
export function takeLabels({ workspace }: Lab, fingerprint: Fingerprint, labels: Labels): LabelResult {
  const result = { fingerprint, id: fingerprintId(fingerprint), labels };
  workspace.results = { ...workspace.results, label: result };
  return result;
}
