/**
 * `npm run unlearn -- --json report.json`: the page's pipeline in Node, on the native CPU.
 * Options: --model, --world (folders below public/), --settings file.json (parts of RunSettings).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { explain } from '../../src/base/errors';
import { diskSource } from '../../src/files/disk-source';
import { Lab } from '../../src/lab/lab';
import { openNative } from '../../src/runtime/node';
import { defaultSettings, parseSettings, type RunSettings } from '../../src/unlearn/settings';
import { runAll } from './run-all';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    model: { type: 'string', default: 'models/base' },
    world: { type: 'string', default: 'worlds/marrowmere' },
    settings: { type: 'string' },
    seed: { type: 'string' },
  },
});

function readSettings(): RunSettings {
  const changes: Partial<RunSettings> =
    values.settings === undefined
      ? {}
      : (JSON.parse(readFileSync(values.settings, 'utf8')) as Partial<RunSettings>);
  const seed = values.seed === undefined ? {} : { seed: Number(values.seed) };
  return parseSettings({
    ...defaultSettings,
    ...changes,
    reinforce: { ...defaultSettings.reinforce, ...changes.reinforce },
    unlearn: { ...defaultSettings.unlearn, ...changes.unlearn },
    ...seed,
  });
}

try {
  const native = () => Promise.resolve(openNative());
  const lab = new Lab(diskSource('public'), { wasm: native, webgpu: native });
  const report = await runAll(lab, { model: values.model, world: values.world }, readSettings(), console.log);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  await lab.release();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
