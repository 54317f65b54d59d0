/** The options of a sweep; all others are those of `npm run unlearn`. */
import { namesIn, takeOptions } from '../lab/taken-options';
import { readOptions, type Options } from '../unlearn/options';

export interface SweepOptions {
  readonly runs: Options;
  /** processes at once */
  readonly workers: number;
  /** the folder of the results */
  readonly out: string;
  /** in a process that makes one of the runs: which one; null in the one that starts these */
  readonly only: number | null;
}

const own = ['workers', 'out', 'only'] as const;
/** Options of a single run, or of what the sweep writes itself. */
const others = ['json', 'table', 'save', 'sweep', 'settings', 'set', 'method', 'preset'];

/** @throws Error, or LetheError settings/file, that names what does not fit */
export function readSweepOptions([plan, ...args]: readonly string[]): SweepOptions {
  if (plan === undefined || plan.startsWith('--'))
    throw new Error('expected the plan first: npm run sweep -- plan.json --out folder');
  const { given, others: passed } = takeOptions(args, own);
  const refused = namesIn(passed).find((name) => others.includes(name));
  if (refused !== undefined)
    throw new Error(`--${refused} is not for a sweep: its plan names the settings, and --out the folder.`);
  const { workers = '1', out = '', only } = given;
  if (!/^[1-9]\d*$/u.test(workers))
    throw new Error(`--workers: expected a whole number from 1, got ${workers}`);
  if (out === '') throw new Error('--out: expected the folder of the results');
  return {
    runs: readOptions(['--sweep', plan, ...passed]),
    workers: Number(workers),
    out,
    only: only === undefined ? null : Number(only),
  };
}
