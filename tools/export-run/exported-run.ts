/** A run as a folder that trains on another machine: what decides its result, and the programs of tools/cluster. */
import { readFileSync } from 'node:fs';
import { keysOf } from '../../src/base/records';
import { size } from '../../src/base/shape';
import type { ExportedFile } from '../../src/exchange/exported-file';
import { diskSource } from '../../src/files/disk-source';
import { openModelFiles } from '../../src/files/load-model-files';
import { loadDataset, type Dataset } from '../../src/lab/dataset';
import { labelDifferences } from '../../src/lab/exported-labels';
import { fittedPrograms } from '../../src/lab/fitted-programs';
import { withOwnTexts } from '../../src/lab/own-texts';
import { runFolder } from '../../src/lab/run-folder';
import { hashesOf } from '../../src/lab/hashes';
import { fittedToSize, sizeOf } from '../../src/methods/preset-by-size';
import type { RunSettings } from '../../src/methods/settings';
import { parseLabels } from '../../src/unlearn/parse-labels';
import type { Labels } from '../../src/unlearn/record';
import { SHIPPED } from '../lab/node-lab';
import { takeOptions } from '../lab/taken-options';
import { checkedFile, checkedFolder } from '../lab/output-paths';
import { readOptions, type Options } from '../unlearn/options';
import { readOwnTexts } from '../unlearn/own-text';
import { programs } from './programs';

/** Options that concern a run here alone. */
const optionOf = { monitor: 'watch', judge: 'judge', json: 'json', table: 'table' } as const;

export interface ExportOptions {
  readonly run: Options;
  /** a file of labels that Lethe saved (labels.safetensors); null: train.py computes them */
  readonly labels: string | null;
  /** a new folder, or a zip file */
  readonly save: string | null;
}

/** Whether the name is one of a zip file. */
export const isZip = (name: string | undefined): boolean => name?.endsWith('.zip') === true;

/** Those of `npm run unlearn`, `--labels`, and a zip file for `--save`. @throws Error that names the option that does not fit */
export function readExportOptions(args: readonly string[]): ExportOptions {
  const { given, others } = takeOptions(args, ['labels', 'save']);
  const { labels = null, save } = given;
  const to = isZip(save) ? checkedFile('save', save) : checkedFolder(save);
  return { run: readOptions(others), labels, save: to };
}

/**
 * Settings that were left as they are become those for the size of the model.
 * @throws LetheError of files, texts and settings; Error for several runs, or for labels of another run
 */
export async function exportedRun({
  run: options,
  labels: file,
}: Omit<ExportOptions, 'save'>): Promise<ExportedFile[]> {
  const { runs, folders, split, text, hub } = options;
  if (hub)
    throw new Error(
      '--model: expected a model on this disk, or none. What is trained is named there: train.py --model owner/name.',
    );
  const ignored = keysOf(optionOf).find((name) => options[name] !== null);
  if (ignored) throw new Error(`--${optionOf[ignored]} would be ignored: nothing is run here. Leave it out.`);
  const [run] = runs;
  if (!run || runs.length > 1)
    throw new Error(
      'A folder holds one run: leave out --seeds and --sweep, and give --seed and --set instead.',
    );
  const source = diskSource(SHIPPED);
  const [opened, shipped] = [
    await openModelFiles(source, folders.model),
    await loadDataset(source, folders.world, split),
  ];
  const parameters = [...opened.weights.values()].reduce((sum, { shape }) => sum + size(shape), 0);
  const dataset = text ? withOwnTexts(shipped, await readOwnTexts(text, run.settings.seed)) : shipped;
  const settings = fittedToSize(run.settings, sizeOf(parameters, dataset));
  const labels = file === null ? null : labelsIn(file, settings, dataset);
  const hashes = hashesOf(opened.hash, dataset);
  return [
    ...runFolder({ settings, dataset, hashes, ...(labels && { labels }) }),
    ...fittedPrograms(programs(), settings),
  ];
}

/** @throws LetheError file/invalid; Error if a run of these settings has other labels */
function labelsIn(file: string, settings: RunSettings, dataset: Dataset): Labels {
  const labels = parseLabels(readFileSync(file), file);
  const differences = labelDifferences(labels, settings, dataset);
  if (differences.length > 0)
    throw new Error(
      `--labels ${file}: these labels are of a run with other ${differences.join(', ')}. Give the settings and texts of that run, or leave out --labels.`,
    );
  return labels;
}
