/**
 * `npm run open-run -- made`: what train.py made of an exported run on another machine (docs/cluster.md), checked and shown:
 * where it was made, its figures before and after, its losses, adapters and labels. `made` is the folder that train.py had as
 * --out, or a zip file of it; or what OpenUnlearning wrote, beside the run.json of the run.
 * - `--model`: a folder, a GGUF file, or owner/name of the Hugging Face Hub, which train.py had, too: puts the unlearned adapter
 *   on it, and measures it by Lethe's own evaluation beside the figures of the report
 * - `--world`, or `--text` and `--dictionary`: the texts of the run; left out, those of the exported folder around `made`
 * - `--evaluate text|core|attacks|full`: how much is measured; text is what the report has, too, and a little more
 * - `--json report.json`: the report of that, which the page opens
 * - `--device`, `--plan`, `--weight-bits`, `--split`, `--prompts`, `--file`, `--mirror`: as for `npm run unlearn`
 */
import { writeFileSync } from 'node:fs';
import { explain } from '../../src/base/errors';
import { writeReport } from '../../src/evaluate/report-file';
import { withModel } from '../unlearn/run-one';
import { measured } from './measure';
import { readOpenOptions } from './options';
import { readMadeAt } from './read-made';
import { besideOf, rowOf } from './row';

try {
  const { made: path, measure } = readOpenOptions(process.argv.slice(2));
  const made = readMadeAt(path);
  console.log(rowOf(made));
  if (measure) {
    const report = await measured(made, await withModel(measure));
    console.log(`\n${besideOf(made.report, report)}`);
    if (measure.json !== null) writeFileSync(measure.json, writeReport(report));
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
