/**
 * `npm run kills`: ends runs of a micro model at random moments, in every way that a run can end, and lets each go on.
 * Prints a line for each, and ends with 1 if the adapters, labels or losses of any differ from an undisturbed run's.
 * With `--decisions 50` it ends pages right after review decisions instead, and ends with 1 if any is missing afterwards
 * that the page showed as saved. Options: --runs, --decisions, --seed.
 */
import { parseArgs } from 'node:util';
import { pick, prng } from '../../src/base/prng';
import { entriesOf } from '../../src/base/records';
import { whileServing } from '../browser/serving';
import { decideThrough } from './decisions';
import { runThrough, type Kill } from './run';
import { ways } from './ways';

/** Most kills of one run. */
const MOST_KILLS = 3;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    decisions: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});

const random = prng(Number(values.seed));
const names = entriesOf(ways).map(([name]) => name);

async function runs(count: number): Promise<boolean> {
  const same = await whileServing(async (_, baseURL) => {
    const undisturbed = await runThrough(baseURL, []);
    console.log(`undisturbed: ${undisturbed.seconds.toFixed(1)} s`);
    let equal = 0;
    for (let run = 0; run < count; run++) {
      const kills = Array.from({ length: 1 + random.below(MOST_KILLS) }, (__, i): Kill => ({
        way: i === 0 ? (names[run % names.length] ?? 'tab closed') : pick(random, names),
        after: random.uniform() * undisturbed.seconds * 1000,
      }));
      const ended = await runThrough(baseURL, kills);
      const isSame = ended.hash === undisturbed.hash;
      equal += Number(isSame);
      const story = kills.map(({ way, after }) => `${way} after ${(after / 1000).toFixed(1)} s`).join(', ');
      console.log(`${isSame ? 'same bits' : 'DIFFERENT'}: ${story}`);
    }
    return equal;
  });
  console.log(`${same} of ${count} ended in the same bits as the undisturbed run`);
  return same === count;
}

async function decisions(count: number): Promise<boolean> {
  const { made, shown, there, lost } = await whileServing((_, baseURL) =>
    decideThrough(baseURL, count, random, (line) => console.log(line)),
  );
  console.log(`${made} decisions: ${shown} shown as saved, ${there} there afterwards`);
  for (const line of lost) console.log(`LOST: ${line}`);
  return lost.length === 0;
}

const isWhole = await (values.decisions === undefined
  ? runs(Number(values.runs))
  : decisions(Number(values.decisions)));
if (!isWhole) process.exitCode = 1;
