/**
 * `npm run world:check -- --json world.json`: measures what the documentation says about the shipped data set and models.
 * `--parts corpus,models,continuations,method,ablation` measures only some parts and keeps the others of the file.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { v } from '../../../src/base/schema';
import { diskSource } from '../../../src/files/disk-source';
import { ablation } from './ablation';
import { continuations } from './continuations';
import { corpusSize } from './corpus-size';
import { checkModels } from './models';
import { checkPreset } from './presets';
import { WORLD } from '../../lab/node-lab';
import { loadSuite } from './suite';

const parts = ['corpus', 'models', 'continuations', 'method', 'ablation'] as const;

const { values } = parseArgs({
  options: {
    json: { type: 'string', default: 'world.json' },
    parts: { type: 'string', default: parts.join() },
  },
});
const wanted = v.parse(v.array(v.picklist(parts)), values.parts.split(','));
const source = diskSource('public');
const suite = await loadSuite(source, WORLD);
let report: Record<string, unknown> = existsSync(values.json)
  ? v.parse(v.record(v.string(), v.unknown()), JSON.parse(readFileSync(values.json, 'utf8')))
  : {};

/** Adds to the report and saves it, so that nothing is lost if a later part fails. */
function add(what: Record<string, unknown>): void {
  report = { ...report, ...what };
  writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
  console.log(JSON.stringify(what, null, 1));
}

if (wanted.includes('corpus')) add({ corpus: corpusSize() });
if (wanted.includes('models')) add({ ...(await checkModels(source, suite)) });
if (wanted.includes('continuations')) add({ continuations: await continuations(source) });
if (wanted.includes('method')) {
  const { base } = await checkModels(source, suite);
  const [retain, paper] = [
    await checkPreset(source, suite, 'paper + retain', base),
    await checkPreset(source, suite, 'paper', base),
  ];
  add({ method: { retain, paper } });
}
if (wanted.includes('ablation')) add({ ablation: await ablation(source, suite, console.log) });
