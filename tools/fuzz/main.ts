/**
 * `npm run fuzz`: damaged files into every reader of files from outside, each reader in a process of its own that is
 * stopped if it hangs. Prints a table, and ends with 1 if anything but a result or an error for people came out.
 * Options: --inputs (of each reader), --seed, --reader (only those whose name has this in it).
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fuzz, type Outcome } from './fuzz';
import { readers } from './readers';

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    reader: { type: 'string', default: '' },
    /** for the processes that this one starts */
    only: { type: 'string' },
  },
});
const MOST_MINUTES = 10;

/** One reader in a process of its own. */
function apart(reader: string): Outcome {
  const own = ['--only', reader, '--inputs', values.inputs, '--seed', values.seed];
  const { stdout, status, stderr } = spawnSync('npx', ['tsx', 'tools/fuzz/main.ts', ...own], {
    encoding: 'utf8',
    timeout: MOST_MINUTES * 60_000,
  });
  if (status === 0) return JSON.parse(stdout) as Outcome;
  const what = status === null ? `not done after ${MOST_MINUTES} minutes` : stderr.slice(-500);
  return { reader, inputs: 0, read: 0, refused: 0, violations: [{ input: -1, what }] };
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

if (values.only !== undefined) {
  const reader = readers.find(({ name }) => name === values.only);
  if (!reader) throw new Error(`there is no reader "${values.only}"`);
  console.log(JSON.stringify(await fuzz(reader, Number(values.seed), Number(values.inputs))));
} else {
  const outcomes: Outcome[] = [];
  console.log(row(['reader', 'inputs', 'read', 'refused', 'violations']));
  console.log(row(['---', '--:', '--:', '--:', '--:']));
  for (const { name } of readers.filter((one) => one.name.includes(values.reader))) {
    const outcome = apart(name);
    outcomes.push(outcome);
    const { inputs, read, refused, violations } = outcome;
    console.log(row([name, inputs, read, refused, violations.length]));
    for (const { input, what } of violations.slice(0, 5)) console.error(`  input ${input}: ${what}`);
  }
  const sum = (of: (outcome: Outcome) => number): number => outcomes.reduce((all, one) => all + of(one), 0);
  const violations = sum((one) => one.violations.length);
  console.log(
    row(['all', sum((one) => one.inputs), sum((one) => one.read), sum((one) => one.refused), violations]),
  );
  if (violations > 0) process.exitCode = 1;
}
