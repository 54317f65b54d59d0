/**
 * `npm run unlearn -- --json report.json`: the page's pipeline in Node, on the native CPU.
 * - `--model`, `--world`: folders below public/, such as worlds/reversed, in which the neighbour is to be forgotten, or anywhere
 *   else; the model may be a GGUF file
 * - `--model owner/name[@revision]`: a model of the Hugging Face Hub, which is kept in .cache/hub; `--file name.gguf`: of a
 *   repository with several; `--mirror address`: a host that answers as the Hub does
 * - `--text file`: a text of the user's, which the model reads first, in place of that of the data set; `--dictionary
 *   file` (JSON, CSV), otherwise one is drafted. What it knows of the text before and after is printed.
 * - `--split development`: items to evaluate on while settings are chosen; otherwise the test items
 * - `--method gradDiff`: another method than WHP (src/methods/catalogue.ts)
 * - `--preset paper`: named settings (src/methods/presets.ts) to start from
 * - `--settings file.json`: settings that differ from the defaults; `--set unlearn.steps=40`: one of them; `--seed 2`
 * - `--evaluate core|attacks|full|text`: also runs the page's evaluation; full includes the intermediate variants, text is
 *   only what concerns the text itself
 * - `--prompts file`: custom prompts (JSON, JSONL, CSV) instead of those of the data set; invalid ones are listed
 * - `--watch 20`: measures the forgetting every 20 steps
 * - `--judge http://localhost:8080/v1`: a language model grades the completions, too, beside the rules; `--judge-model` names one
 *   that the address lists, and OPENAI_API_KEY may hold a key
 * - `--seeds 1,2,3`: one run per seed, as a table with mean and standard deviation
 * - `--sweep sweep.json`: one run per `{name, changes}` of the list, as one table; on the development items
 * - `--backend wasm`: runs on the binary that the page runs, more slowly than on the native one; `--backend webgpu`, or
 *   `--device webgpu`: on a graphics card
 * - `--plan auto|whole|layered`: how the model is run; auto, the default, goes by the memory it would take
 * - `--weight-bits 32|16|8|4`: of the frozen weights; 32, the default, is as loaded
 * - `--json file`, `--table file.md`: output files; with several runs, written after each of them
 * - `--save folder`: adapters for PEFT, the unlearned model for transformers, the labels and the report
 */
import { writeFileSync } from 'node:fs';
import { explain } from '../../src/base/errors';
import { readOptions, type Options } from './options';
import { resultOf, type Result } from './result';
import { runFile } from './run-file';
import { runOne, withModel } from './run-one';
import { tablesOf } from './tables';

async function runEach(options: Options): Promise<void> {
  const results: Result[] = [];
  for (const config of options.runs) {
    console.log(`\n${config.name}, seed ${config.settings.seed}`);
    const { run, evaluation } = await runOne(options, config);
    if (evaluation) results.push(resultOf(config.name, run, evaluation));
    // Saved after each run, so that a later failure loses nothing.
    write(options.json, `${JSON.stringify({ runs: results }, null, 1)}\n`);
    write(options.table, tablesOf(results));
  }
  console.log(`\n${tablesOf(results)}`);
}

function write(path: string | null, text: string): void {
  if (path !== null) writeFileSync(path, text);
}

try {
  const options = await withModel(readOptions(process.argv.slice(2)));
  const [config] = options.runs;
  if (options.isTable) await runEach(options);
  else if (config) write(options.json, runFile(await runOne(options, config)));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
