/**
 * The labels of a run as tools/cluster takes them in the place of equation 1: the data set that Lethe saves, with what
 * the unlearning trains on and what reviewers set, and from which settings they follow.
 */
import { isSame } from '../base/same';
import { jsonFile, textFile, type ExportedFile } from '../exchange/exported-file';
import { pipelineOf, type RunSettings } from '../methods/settings';
import { runs } from '../pipeline/stage';
import { targetsOf, type LabelledBlock } from '../unlearn/batches';
import { labelDatasetJsonl } from '../unlearn/label-dataset';
import type { LabelRecord, Labels } from '../unlearn/record';
import { trainingBlock } from '../unlearn/training-block';
import { hashOf, type Dataset } from './dataset';

/** `plan` changes the last digits of numbers, and no label. */
const WITHOUT_EFFECT = 'plan';

/**
 * The names of what a run would label otherwise: settings, `texts` for another data set, `blocks` where only some were
 * kept; none: they are its labels.
 */
export function labelDifferences(labels: Labels, settings: RunSettings, dataset: Dataset): string[] {
  const { origin, opening } = labels;
  const names = settingsBehind(settings).filter((name) => !isSame(origin.settings[name], settings[name]));
  return [
    ...(hashOf(dataset) === origin.hashes.world ? [] : ['texts']),
    ...(opening ? ['blocks'] : []),
    ...names,
  ];
}

/**
 * labels/dataset.jsonl, whose rows have further columns: `targets` and `weights` [T, K], what is trained on after each token;
 * `human` [T], 1 where a reviewer set another label, 2 where one confirmed it, shifted as `labels` are. labels/origin.json: the settings from which
 * these follow, and the hash of the model. Labels of reviewers are part of `labels`.
 */
export function exportedLabels(labels: Labels, settings: RunSettings): ExportedFile[] {
  const { origin: of } = labels;
  const { softLabels, whp } = settings;
  const behind = Object.fromEntries(settingsBehind(of.settings).map((name) => [name, of.settings[name]]));
  const origin = { settings: { ...behind, softLabels, whp }, model: of.hashes.model };
  const rows = labelDatasetJsonl(labels, (record) => ({
    ...targets(trainingBlock(record, settings)),
    human: byHand(record),
  }));
  return [textFile('labels/dataset.jsonl', rows), jsonFile('labels/origin.json', origin)];
}

/** The settings from which labels follow. */
function settingsBehind(settings: RunSettings): (keyof RunSettings)[] {
  const pipeline = pipelineOf(settings);
  const names = (['read', 'reinforce', 'label'] as const).flatMap((stage) => {
    const own = runs(pipeline, stage, settings) ? pipeline[stage]?.settings : [];
    return [...(own ?? []), pipeline[stage]?.runsIf ?? []].flat();
  });
  const has = (name: string): name is keyof RunSettings => Object.hasOwn(settings, name);
  return ['method', ...new Set(names.filter(has).filter((name) => name !== WITHOUT_EFFECT))];
}

function targets(block: LabelledBlock): { readonly targets: number[][]; readonly weights: number[][] } {
  const K = targetsOf(block);
  const shares = block.shares ?? new Float32Array(block.labels.length).fill(1);
  const rows = (all: Int32Array | Float32Array): number[][] =>
    Array.from(block.ids, (_, i) => [...all.subarray(i * K, (i + 1) * K)]);
  return { targets: rows(block.labels), weights: rows(shares) };
}

function byHand({ ids, human = [] }: LabelRecord): number[] {
  const marks = Array.from(ids, () => 0);
  for (const { position, was, label } of human) marks[position + 1] = label === was ? 2 : 1;
  return marks;
}
