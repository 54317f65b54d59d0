/** The arguments of the command line as they are written; nothing that is given is ignored. */
import { parseArgs } from 'node:util';
import { quoted } from '../../src/base/errors';
import { nearestName } from '../../src/base/nearest-name';
import { WORLD } from '../lab/node-lab';

const options = {
  model: { type: 'string', default: 'models/base' },
  mirror: { type: 'string' },
  file: { type: 'string' },
  world: { type: 'string', default: WORLD },
  text: { type: 'string' },
  dictionary: { type: 'string' },
  split: { type: 'string' },
  backend: { type: 'string' },
  device: { type: 'string', default: 'native' },
  plan: { type: 'string' },
  'weight-bits': { type: 'string' },
  method: { type: 'string' },
  preset: { type: 'string' },
  settings: { type: 'string' },
  set: { type: 'string', multiple: true },
  seed: { type: 'string' },
  seeds: { type: 'string' },
  sweep: { type: 'string' },
  watch: { type: 'string' },
  evaluate: { type: 'string' },
  prompts: { type: 'string' },
  judge: { type: 'string' },
  'judge-model': { type: 'string' },
  json: { type: 'string' },
  table: { type: 'string' },
  save: { type: 'string' },
} as const;

type Name = keyof typeof options;

/** Options that another one makes useless. */
const useless: readonly (readonly [by: Name, options: readonly Name[]])[] = [
  ['sweep', ['settings', 'set', 'method', 'preset', 'save']], // each of its runs names its settings
  ['preset', ['method']], // a preset names its method
  ['seeds', ['seed', 'save']], // each of its runs has a model of its own
];

/** @throws Error that names the option which is unknown, or would be ignored */
export function readArguments(args: readonly string[]) {
  for (const arg of args) if (/^--./u.test(arg)) checkName(arg.slice(2).replace(/=.*$/su, ''));
  const { values } = parseArgs({ args: [...args], options });
  const isGiven = (name: Name): boolean => values[name] !== undefined;
  for (const [name, others] of useless) {
    const other = isGiven(name) ? others.find(isGiven) : undefined;
    if (other) throw new Error(`--${other} would be ignored beside --${name}: leave out one of them`);
  }
  if (isGiven('dictionary') && !isGiven('text'))
    throw new Error('--dictionary would be ignored without --text: name the file of the text too');
  return values;
}

function checkName(name: string): void {
  if (Object.hasOwn(options, name)) return;
  const meant = nearestName(name, Object.keys(options)) ?? '';
  throw new Error(`--${quoted(name)} is not an option; the nearest one is --${meant}`);
}
