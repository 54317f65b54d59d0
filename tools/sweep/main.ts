/**
 * `npm run sweep -- plan.json --out folder --workers 2`: the method with each of the settings of the plan (a list of
 * `{name, changes}`) and each seed, on the development items. Each run is a process of its own, `--workers` of them at once.
 * A finished run is a file in the folder: a sweep that was ended goes on with those that are missing. table.md and
 * results.json there are of all that are finished.
 * - `--model`: a folder, a GGUF file, or owner/name of the Hugging Face Hub, which is fetched once; `--world`; `--seeds 1,2`;
 *   `--device native|wasm|webgpu`; `--evaluate`; and the other options of `npm run unlearn`
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { explain } from '../../src/base/errors';
import { SHIPPED, tryBackend } from '../lab/node-lab';
import { takeOptions } from '../lab/taken-options';
import type { Options } from '../unlearn/options';
import { resultOf } from '../unlearn/result';
import { runOne, withModel } from '../unlearn/run-one';
import { tablesOf } from '../unlearn/tables';
import { readSweepOptions, type SweepOptions } from './options';
import { Results, subjectOf, writeWhole } from './results';

/** Runs one, and writes its result. */
async function only({ runs, workers, out }: SweepOptions, index: number): Promise<void> {
  const end = (): void => process.exit(1);
  process.on('disconnect', end); // whoever started it has ended
  const config = runs.runs[index];
  if (!config) throw new Error(`--only: expected a run of the plan, got ${index}`);
  const results = new Results(out, await subjectOf(runs));
  const { run, evaluation } = await runOne(runs, config, threadsOf(workers));
  if (evaluation) results.write(config, resultOf(config.name, run, evaluation));
  process.off('disconnect', end);
}

const threadsOf = (workers: number): number => Math.max(1, Math.floor(availableParallelism() / workers));

/** Runs those that are missing. Returns how many failed. */
async function all({ runs, workers, out }: SweepOptions, args: readonly string[]): Promise<number> {
  const results = new Results(out, await subjectOf(runs));
  const waiting = runs.runs.flatMap((config, index) => (results.read(config) ? [] : [{ config, index }]));
  console.log(`${runs.runs.length} runs, ${runs.runs.length - waiting.length} of them finished before`);
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { config, index } = next;
      const isDone = await inProcess([...args, '--only', String(index)]);
      if (!isDone) failed += 1;
      console.log(`${config.name}, seed ${config.settings.seed}: ${isDone ? 'finished' : 'failed'}`);
      writeTables();
    }
  };
  const writeTables = (): void => {
    const finished = runs.runs.flatMap((config) => results.read(config) ?? []);
    writeWhole(join(out, 'results.json'), `${JSON.stringify({ runs: finished }, null, 1)}\n`);
    writeWhole(join(out, 'table.md'), tablesOf(finished));
  };
  await Promise.all(Array.from({ length: workers }, work));
  writeTables();
  return failed;
}

/** Whether it ended well. Its errors appear on the console. */
function inProcess(args: readonly string[]): Promise<boolean> {
  const child = fork(new URL(import.meta.url), args, {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((end) => child.on('exit', (code) => end(code === 0)));
}

/** The arguments with the model of the Hub as a path: it was fetched once, and no run of the sweep has another. */
function withFetched(args: readonly string[], { hub, folders }: Options): string[] {
  if (!hub) return [...args];
  const { others } = takeOptions(args, ['model', 'mirror', 'file']);
  return [...others, '--model', resolve(SHIPPED, folders.model)];
}

try {
  const args = process.argv.slice(2);
  const options = readSweepOptions(args);
  if (options.only !== null) {
    await only(options, options.only);
    process.disconnect();
  } else {
    await tryBackend(options.runs.backend);
    const runs = await withModel(options.runs);
    if ((await all({ ...options, runs }, withFetched(args, runs))) > 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
  if (process.connected) process.disconnect();
}
