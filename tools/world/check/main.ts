/**
 * `npm run world:check -- --json world.json`: measures what the documentation says about the shipped data sets and models,
 * on the test items; of the models also on the development items.
 * - `--parts corpus,models,continuations,method,ablation,reversed` measures only some parts and keeps the others of the file
 * - `--reversed` only the method on the reversed world, with the default settings
 * - `--settings file.json`, `--seeds 1,2,3`: settings and seeds of the reversed world
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { entriesOf } from '../../../src/base/records';
import { v } from '../../../src/base/schema';
import { diskSource } from '../../../src/files/disk-source';
import { ablation } from './ablation';
import { continuations } from './continuations';
import { corpusSize } from './corpus-size';
import { checkModels } from './models';
import { checkPreset, type PresetCheck } from './presets';
import { WORLD } from '../../lab/node-lab';
import { changedSettings, readSettingsFile } from '../../unlearn/settings-file';
import { checkReversed } from './reversed';
import { loadSuite } from './suite';

const parts = ['corpus', 'models', 'continuations', 'method', 'ablation', 'reversed'] as const;

const { values } = parseArgs({
  options: {
    json: { type: 'string', default: 'world.json' },
    parts: { type: 'string', default: parts.join() },
    reversed: { type: 'boolean', default: false },
    settings: { type: 'string' },
    seeds: { type: 'string', default: '1,2,3' },
  },
});
const wanted = v.parse(v.array(v.picklist(parts)), values.reversed ? ['reversed'] : values.parts.split(','));
const source = diskSource('public');
const suite = await loadSuite(source, WORLD, 'test');
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
if (wanted.includes('models')) {
  add({ split: suite.split, ...(await checkModels(source, suite)) });
  add({ development: await checkModels(source, await loadSuite(source, WORLD, 'development')) });
}
if (wanted.includes('continuations')) add({ continuations: await continuations(source) });
if (wanted.includes('method')) {
  const { base } = await checkModels(source, suite);
  const ids = { focused: 'focused', retain: 'paper + retain', paper: 'paper' } as const;
  const method: Record<string, PresetCheck> = {};
  for (const [id, name] of entriesOf(ids)) {
    method[id] = await checkPreset(source, suite, name, base);
    add({ method });
  }
}
if (wanted.includes('ablation')) add({ ablation: await ablation(source, suite, console.log) });
if (wanted.includes('reversed')) {
  const settings = changedSettings(values.settings === undefined ? {} : readSettingsFile(values.settings));
  const seeds = values.seeds.split(',').map(Number);
  add({ reversed: await checkReversed(source, settings, seeds) });
}
