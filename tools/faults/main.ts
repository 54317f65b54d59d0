/**
 * `npm run faults`: what happens when files fail. During a visit that uses all of the page, the first request for every
 * file after the first script fails in one way, with and without the service worker: does the visit succeed without a
 * reload? Prints a line for each visit, and ends with 1 if any did not.
 *
 * With `--each`, one visit for every file, fault and worker, in an order drawn from `--seed`: `--most` of them, which is a
 * sample. `--log` is a file of those that are done, which another start does not repeat. `--only`: files whose path
 * contains this.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { prng, shuffled } from '../../src/base/prng';
import { v } from '../../src/base/schema';
import { faults } from '../browser/build-server';
import { browserFlags, ensureBrowser } from '../browser/find';
import { visited, workers, type Trial } from './trial';

const { values } = parseArgs({
  options: {
    each: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    most: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    log: { type: 'string' },
  },
});

const { log } = values;
const logged = v.object({ trial: v.string(), problem: v.nullable(v.string()) });

/** How each trial that is done ended, by its name. */
function readLog(): Map<string, string | null> {
  if (log === undefined || !existsSync(log)) return new Map();
  const lines = readFileSync(log, 'utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => v.parse(logged, JSON.parse(line))).map(({ trial, problem }) => [trial, problem]),
  );
}

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
const { failed: files } = await visited(browser, { worker: 'block', fault: null, file: null }, values.only);
const tried = values.each ? files : [null];
const all = workers.flatMap((worker) =>
  faults.flatMap((fault) => tried.map((file): Trial => ({ worker, fault, file }))),
);
const trials = values.each ? shuffled(prng(Number(values.seed)), all).slice(0, Number(values.most)) : all;
const done = readLog();
let recovered = 0;
for (const trial of trials) {
  const { worker, fault, file } = trial;
  const how = worker === 'allow' ? 'with the service worker' : 'without the service worker';
  const name = `${fault ?? ''} ${how} ${file ?? 'all'}`;
  let problem = done.get(name);
  if (problem === undefined) {
    const outcome = await visited(browser, trial, values.only);
    problem = outcome.problem;
    const what = file ?? `${outcome.failed.length} files`;
    console.log(`${(fault ?? '').padEnd(8)} ${how.padEnd(27)} ${what.padEnd(56)} ${problem ?? 'recovered'}`);
    if (log !== undefined) appendFileSync(log, `${JSON.stringify({ trial: name, problem })}\n`);
  }
  recovered += Number(problem === null);
}
await browser.close();
console.log(`${recovered} of ${trials.length} visits recovered; ${all.length} are possible`);
if (recovered < trials.length) process.exitCode = 1;
