/**
 * `npm run export-run -- --save run`: a run as a folder, or with `--save run.zip` as a zip file, that trains on another
 * machine with transformers, PEFT and Accelerate (docs/cluster.md). What is to be run is said as for `npm run unlearn`:
 * - `--world`, or `--text` and `--dictionary`: what to forget; the lesson is `--world lessons/whos-harry-potter`
 * - `--model`: the model whose hash goes along, and to whose size the settings are fitted where they are left as they are
 * - `--method`, `--preset`, `--settings`, `--set`, `--seed`: the settings; `--split`: the items to evaluate on
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { explain } from '../../src/base/errors';
import { zipPieces } from '../../src/store/archive-stream';
import { writeFiles } from '../lab/save-folder';
import { readOptions } from '../unlearn/options';
import { exportedRun } from './exported-run';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.save === null) throw new Error('--save: expected a folder, or a file that ends in .zip');
  const files = await exportedRun(options);
  if (options.save.endsWith('.zip')) {
    const file = openSync(options.save, 'w');
    for (const piece of zipPieces(files)) writeSync(file, piece);
    closeSync(file);
  } else writeFiles(options.save, files);
  console.log(`${options.save}: ${files.length} files. Its README.md says how to start.`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
