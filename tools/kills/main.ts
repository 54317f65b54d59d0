/**
 * `npm run kills`: ends runs of a micro model at random moments, in every way that a run can end, and lets each go on.
 * Prints a line for each, and ends with 1 if the adapters, labels or losses of any differ from an undisturbed run's.
 * Options: --runs, --seed.
 */
import { parseArgs } from 'node:util';
import { pick, prng } from '../../src/base/prng';
import { entriesOf } from '../../src/base/records';
import { whileServing } from '../browser/serving';
import { runThrough, type Kill } from './run';
import { ways } from './ways';

/** Most kills of one run. */
const MOST_KILLS = 3;

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});

const random = prng(Number(values.seed));
const names = entriesOf(ways).map(([name]) => name);

const equal = await whileServing(async (_, baseURL) => {
  const undisturbed = await runThrough(baseURL, []);
  console.log(`undisturbed: ${undisturbed.seconds.toFixed(1)} s`);
  let same = 0;
  for (let run = 0; run < Number(values.runs); run++) {
    const kills = Array.from({ length: 1 + random.below(MOST_KILLS) }, (__, i): Kill => ({
      way: i === 0 ? (names[run % names.length] ?? 'tab closed') : pick(random, names),
      after: random.uniform() * undisturbed.seconds * 1000,
    }));
    const ended = await runThrough(baseURL, kills);
    const isSame = ended.hash === undisturbed.hash;
    same += Number(isSame);
    const story = kills.map(({ way, after }) => `${way} after ${(after / 1000).toFixed(1)} s`).join(', ');
    console.log(`${isSame ? 'same bits' : 'DIFFERENT'}: ${story}`);
  }
  return same;
});
console.log(`${equal} of ${values.runs} ended in the same bits as the undisturbed run`);
if (equal < Number(values.runs)) process.exitCode = 1;
