/**
 * `npm run sweep -- plan.json results.jsonl`: the method with each of the given settings on the shipped base model,
 * in Node, and what each leaves. A line already in the results is not run again.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { v } from '../../src/base/schema';
import { diskSource } from '../../src/files/disk-source';
import { Lab } from '../../src/lab/lab';
import { openNative } from '../../src/runtime/node';
import { summarize } from '../../src/unlearn/record';
import { defaultSettings, parseSettings, type RunSettings } from '../../src/unlearn/settings';
import { drained, examine } from '../world/check/examine';
import { loadSuite } from '../world/check/suite';

const MODEL = 'models/base';
const WORLD = 'worlds/marrowmere';
const { signal } = new AbortController();

/** Named changes to the default settings, one run each. */
const plan = v.array(v.object({ name: v.string(), changes: v.record(v.string(), v.unknown()) }));

/** The default settings with `changes`, one level deep where a setting is an object. */
function changed(changes: Readonly<Record<string, unknown>>): RunSettings {
  const merged: Record<string, unknown> = { ...defaultSettings };
  for (const [key, value] of Object.entries(changes)) {
    const old = merged[key];
    merged[key] = isObject(old) && isObject(value) ? { ...old, ...value } : value;
  }
  return parseSettings(merged);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const [planPath = 'tools/sweep/plan.json', resultsPath = 'tools/sweep/results.jsonl'] = process.argv.slice(2);
const runs = v.parse(plan, JSON.parse(readFileSync(planPath, 'utf8')));
const known = existsSync(resultsPath) ? readFileSync(resultsPath, 'utf8') : '';
const source = diskSource('public');
const suite = await loadSuite(source, WORLD);
const native = () => Promise.resolve(openNative());

for (const { name, changes } of runs) {
  const settings = changed(changes);
  const key = JSON.stringify(settings);
  if (known.includes(key)) continue;
  const lab = new Lab(source, { wasm: native, webgpu: native });
  await drained(lab.load({ backend: 'wasm', model: MODEL, world: WORLD }));
  const start = performance.now();
  if (settings.reinforced) await drained(lab.reinforce(settings, signal));
  const labels = summarize((await drained(lab.label(settings, signal))).blocks);
  await drained(lab.unlearn(settings, signal));
  const seconds = (performance.now() - start) / 1000;
  const after = await examine(lab, suite, 'unlearned', settings);
  appendFileSync(resultsPath, `${JSON.stringify({ name, seconds, labels, after, settings })}\n`);
  const { saga, sayings, neighbour, neighbourParts, ability, perplexity, names } = after;
  console.log(
    name,
    Object.entries({ seconds, saga, sayings, neighbour, ...neighbourParts, ability, perplexity, names })
      .map(([what, x]) => `${what} ${x.toFixed(3)}`)
      .join('  '),
  );
  await lab.release();
}
