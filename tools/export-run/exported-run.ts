/** A run as a folder that trains on another machine: what decides its result, and the programs of tools/cluster. */
import { keysOf } from '../../src/base/records';
import { size } from '../../src/base/shape';
import type { ExportedFile } from '../../src/exchange/exported-file';
import { diskSource } from '../../src/files/disk-source';
import { openModelFiles } from '../../src/files/load-model-files';
import { loadDataset } from '../../src/lab/dataset';
import { withOwnTexts } from '../../src/lab/own-texts';
import { runFolder } from '../../src/lab/run-folder';
import { hashesOf } from '../../src/lab/hashes';
import { fittedToSize, sizeOf } from '../../src/methods/preset-by-size';
import { SHIPPED } from '../lab/node-lab';
import type { Options } from '../unlearn/options';
import { readOwnTexts } from '../unlearn/own-text';
import { programs } from './programs';

/** Options that concern a run here alone. */
const optionOf = { monitor: 'watch', judge: 'judge', json: 'json', table: 'table' } as const;

/**
 * Settings that were left as they are become those for the size of the model.
 * @throws LetheError of files, texts and settings; Error for several runs
 */
export async function exportedRun(options: Options): Promise<ExportedFile[]> {
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
  return [...runFolder({ settings, dataset, hashes: hashesOf(opened.hash, dataset) }), ...programs()];
}
