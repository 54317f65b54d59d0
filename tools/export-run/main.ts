/**
 * `npm run export-run -- --save run`: a run as a folder, or with `--save run.zip` as a zip file, that trains on another
 * machine with transformers, PEFT and Accelerate (docs/cluster.md). What is to be run is said as for `npm run unlearn`:
 * - `--world`, or `--text` and `--dictionary`: what to forget; the lesson is `--world lessons/whos-harry-potter`
 * - `--model`: the model whose hash goes along, and to whose size the settings are fitted where they are left as they are
 * - `--method`, `--preset`, `--settings`, `--set`, `--seed`: the settings; `--split`: the items to evaluate on
 * - `--labels`: the labels of the run (labels.safetensors, which the page and `npm run unlearn -- --save` write), from which
 *   train.py goes on
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { explain } from '../../src/base/errors';
import { zipPieces } from '../../src/store/archive-stream';
import { writeFiles } from '../lab/save-folder';
import { exportedRun, isZip, readExportOptions } from './exported-run';

try {
  const options = readExportOptions(process.argv.slice(2));
  const { save } = options;
  if (save === null) throw new Error('--save: expected a folder, or a file that ends in .zip');
  const files = await exportedRun(options);
  if (isZip(save)) {
    const file = openSync(save, 'w');
    for (const piece of zipPieces(files)) writeSync(file, piece);
    closeSync(file);
  } else writeFiles(save, files);
  console.log(`${save}: ${files.length} files. Its README.md says how to start.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
