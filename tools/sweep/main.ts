/**
 * `npm run sweep -- plan.json results.jsonl`: the method with each of the given settings on the shipped base model,
 * in Node, with the metrics of each on the development items. A line already in the results is not run again.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { diskSource } from '../../src/files/disk-source';
import { readSweepFile } from '../unlearn/settings-file';
import { WORLD } from '../lab/node-lab';
import { loadSuite } from '../world/check/suite';
import { tuningRun } from '../world/check/tuning';

const [planPath = 'tools/sweep/plan.json', resultsPath = 'tools/sweep/results.jsonl'] = process.argv.slice(2);
const runs = readSweepFile(planPath);
const known = existsSync(resultsPath) ? readFileSync(resultsPath, 'utf8') : '';
const source = diskSource('public');
const suite = await loadSuite(source, WORLD, 'development');

for (const { name, settings } of runs) {
  if (known.includes(JSON.stringify(settings))) continue;
  const run = await tuningRun(source, suite, settings);
  appendFileSync(resultsPath, `${JSON.stringify({ name, ...run, settings })}\n`);
  const { saga, sayings, neighbour, neighbourParts, ability, perplexity, names } = run.after;
  console.log(
    name,
    Object.entries({
      seconds: run.seconds,
      saga,
      sayings,
      neighbour,
      ...neighbourParts,
      ability,
      perplexity,
      names,
    })
      .map(([what, x]) => `${what} ${x.toFixed(3)}`)
      .join('  '),
  );
}
