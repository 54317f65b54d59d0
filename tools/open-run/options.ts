/** The options of `npm run open-run`: what was made elsewhere, and with which model it is measured again. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesIn } from '../lab/taken-options';
import { readOptions, type Options } from '../unlearn/options';

export interface OpenOptions {
  /** the folder that was given to train.py as --out, or a zip file of it */
  readonly made: string;
  /** null: its row is shown, and nothing is measured */
  readonly measure: Options | null;
}

/** Options of `npm run unlearn` that say how to measure. */
const measuring = [
  ...['model', 'file', 'mirror', 'world', 'text', 'dictionary', 'split', 'evaluate', 'prompts'],
  ...['backend', 'device', 'plan', 'weight-bits', 'json'],
];

/** @throws Error, or LetheError settings/invalid, that names what does not fit */
export function readOpenOptions([made, ...args]: readonly string[]): OpenOptions {
  if (made === undefined || made.startsWith('--'))
    throw new Error('expected the folder of train.py’s results first: npm run open-run -- made');
  if (!existsSync(made))
    throw new Error(
      `${made}: no such file. Give the folder that train.py had as --out, or a zip file of it.`,
    );
  const given = namesIn(args);
  const world = given.includes('world') || given.includes('text') ? [] : beside(made);
  const options = readOptions(['--evaluate', 'text', ...world, ...args]);
  const refused = given.find((name) => !measuring.includes(name));
  if (refused !== undefined)
    throw new Error(`--${refused} is not for a run that was made: its settings are its own. Leave it out.`);
  if (given.includes('model')) return { made, measure: options };
  const [ignored] = given;
  if (ignored !== undefined)
    throw new Error(
      `--${ignored} would be ignored: nothing is measured without --model. Name the model that train.py had.`,
    );
  return { made, measure: null };
}

/** The exported folder, which has the texts of the run: what was made is mostly inside of it. */
function beside(made: string): string[] {
  const folder = [made, dirname(made)].find((one) => existsSync(join(one, 'forget.json')));
  return folder === undefined ? [] : ['--world', folder];
}
