/**
 * `npm run record`: runs the whole method on the shipped data set, with the page's pipeline in Node, and writes
 * public/recorded/, which the page shows before a model is loaded.
 * Options: --reinforce, --unlearn (steps), --seed, --settings file.json (parts of RunSettings), --prompts, --tokens,
 * --blocks, --items (how many to keep), --short (quick parts of the evaluation only), --out (folder).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../../src/base/errors';
import { writeReport } from '../../src/evaluate/report-file';
import { diskSource } from '../../src/files/disk-source';
import { recordedFiles, recordedLimits } from '../../src/recorded/load-recorded';
import { shorten } from '../../src/recorded/shorten';
import { writeProof } from '../../src/recorded/write-proof';
import { writeRecordedRun } from '../../src/recorded/write-recorded-run';
import { parseSettings, type RunSettings } from '../../src/methods/settings';
import { writeLabels } from '../../src/unlearn/write-labels';
import { changedSettings, readSettingsFile } from '../unlearn/settings-file';
import { record } from './record';

const { values } = parseArgs({
  options: {
    reinforce: { type: 'string' },
    unlearn: { type: 'string' },
    seed: { type: 'string' },
    settings: { type: 'string' },
    prompts: { type: 'string', default: '16' },
    tokens: { type: 'string', default: '24' },
    blocks: { type: 'string', default: '6' },
    items: { type: 'string', default: '12' },
    short: { type: 'boolean', default: false },
    out: { type: 'string', default: 'public' },
  },
});

function readSettings(): RunSettings {
  const settings = changedSettings(values.settings === undefined ? {} : readSettingsFile(values.settings));
  const { seed, reinforce, unlearn } = settings;
  const steps = (given: string | undefined, or: number): number => (given === undefined ? or : Number(given));
  return parseSettings({
    ...settings,
    seed: steps(values.seed, seed),
    reinforce: { ...reinforce, steps: steps(values.reinforce, reinforce.steps) },
    unlearn: { ...unlearn, steps: steps(values.unlearn, unlearn.steps) },
  });
}

try {
  const amounts = {
    prompts: Number(values.prompts),
    tokens: Number(values.tokens),
    blocks: Number(values.blocks),
    isShort: values.short,
  };
  const { run, labels, report, proof } = await record(
    diskSource('public'),
    readSettings(),
    amounts,
    console.log,
  );
  const files = (items: number): ReadonlyMap<string, Uint8Array> =>
    new Map([
      [recordedFiles.proof, Buffer.from(writeProof(proof))],
      [recordedFiles.run, Buffer.from(writeRecordedRun(run))],
      [recordedFiles.labels, writeLabels(labels)],
      [recordedFiles.report, Buffer.from(writeReport(shorten(report, items)))],
    ]);
  const bytes = (all: ReadonlyMap<string, Uint8Array>): number =>
    [...all.values()].reduce((sum, file) => sum + file.length, 0);
  // The run took long: write fewer items rather than fail.
  let items = Number(values.items);
  while (items > 0 && bytes(files(items)) > recordedLimits.bytes) items -= 1;
  const kept = files(items);
  if (bytes(kept) > recordedLimits.bytes)
    throw new Error(`Expected at most ${recordedLimits.bytes} bytes, got ${bytes(kept)}: keep fewer blocks.`);
  console.log(`${items} items of each figure`);
  mkdirSync(join(values.out, 'recorded'), { recursive: true });
  for (const [name, file] of kept) {
    console.log(`${name}: ${file.length} bytes`);
    writeFileSync(join(values.out, name), file);
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
