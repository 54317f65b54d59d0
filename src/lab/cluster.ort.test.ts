/** tools/cluster computes what Lethe computes: losses, labels, adapters and translations (tools/golden/cluster.py). */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v } from '../base/schema';
import { parseReport } from '../evaluate/report-file';
import { readAdapter } from '../exchange/read-adapter';
import { exportedSource } from '../exchange/read-exported';
import { diskSource } from '../files/disk-source';
import { loadModelFiles } from '../files/load-model-files';
import { AdapterBank } from '../model/adapter-bank';
import { logits } from '../model/logits';
import { readF32 } from '../runtime/device';
import type { Aligned } from '../text/translate';
import { labelDatasetJsonl } from '../unlearn/label-dataset';
import { withHumanLabels } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import { clusterTexts } from './cluster-texts';
import type { Lab } from './lab';
import { clusterFiles, clusterRuns, fullRun, labelledRuns, reviewed } from './micro-cluster';
import { microLab, microLoad, runJob } from './micro-lab';
import { lossesOf, runOn } from './micro-run';
import { TextCache } from './prepared';
import { hashesOf } from './hashes';
import { savedFiles } from './saved-files';

const fixture = (path: string) => readFileSync(new URL(`fixtures/cluster/${path}`, import.meta.url));
const row = v.array(v.number());
const measures = v.object({ names: v.number(), perplexity: v.number(), answers: v.number() });
const golden = v.parse(
  v.object({
    runs: v.record(
      v.string(),
      v.object({
        losses: v.object({
          read: v.exactOptional(row),
          reinforce: v.exactOptional(row),
          unlearn: v.exactOptional(row),
        }),
        labels: v.nullable(v.array(row)),
        measured: v.object({ baseline: measures, unlearned: measures }),
      }),
    ),
    full: v.object({
      losses: v.object({ unlearn: row }),
      plain: row,
      measured: v.object({ baseline: measures, unlearned: measures }),
    }),
    translations: v.record(v.string(), v.string()),
    ids: row,
    logits: v.record(v.string(), row),
  }),
  JSON.parse(fixture('golden.json').toString()),
);

const labelsOf = (labels: Labels): number[][] =>
  labelDatasetJsonl(labels)
    .trimEnd()
    .split('\n')
    .map((line) => [...v.parse(v.object({ labels: row }), JSON.parse(line)).labels]);

/** The furthest that numbers are from those of Python, relative to these. */
function furthest(found: readonly number[], expected: readonly number[]): number {
  expect(found).toHaveLength(expected.length);
  return Math.max(
    ...expected.map((x, i) => Math.abs((found[i] ?? Number.NaN) - x) / Math.max(1e-6, Math.abs(x))),
  );
}

test('every run was computed elsewhere, too', () => {
  expect(Object.keys(golden.runs).sort()).toEqual(Object.keys({ ...clusterRuns, ...labelledRuns }).sort());
});

describe.each(Object.entries(clusterRuns))('%s', (name, settings) => {
  let lab: Lab;
  let ran: Awaited<ReturnType<typeof runOn>>;
  const expected = golden.runs[name];
  beforeAll(async () => {
    lab = microLab(clusterFiles);
    await runJob(lab, 'load', microLoad);
    ran = await runOn(lab, settings, 'unlearn');
  });
  afterAll(() => lab.release());

  test('the loss of every step within 1e-4', () => {
    const { read = [], reinforce = [], unlearn = [] } = expected?.losses ?? {};
    const losses = lossesOf(ran.events);
    expect(losses.length).toBeGreaterThanOrEqual(12);
    expect(furthest(losses, [...read, ...reinforce, ...unlearn])).toBeLessThanOrEqual(1e-4);
  });

  test('the same labels', () => {
    expect(ran.made.labels ? labelsOf(ran.made.labels) : []).toEqual(expected?.labels ?? []);
  });

  test('names and perplexity within 1e-4', () => {
    const { before, after } = ran.made.unlearn?.compared ?? {};
    const of = (found?: { readonly names: number; readonly perplexity: number }) =>
      found ? [found.names, found.perplexity] : [];
    const { baseline, unlearned } = expected?.measured ?? {};
    expect(furthest([...of(before), ...of(after)], [...of(baseline), ...of(unlearned)])).toBeLessThanOrEqual(
      1e-4,
    );
  });
});

describe.each(Object.entries(labelledRuns))(
  'from labels that were exported and reviewed: %s',
  (name, run) => {
    const expected = golden.runs[name];
    test('what reviewers set is trained on, and equation 1 is not asked again where the labels fit', async () => {
      const lab = microLab(clusterFiles);
      await runJob(lab, 'load', microLoad);
      const { made, events } = await runOn(lab, run.settings, 'unlearn', undefined, reviewed);
      await lab.release();
      const { reinforce, unlearn = [] } = expected?.losses ?? {};
      expect(reinforce === undefined).toBe(run.settings === run.labels);
      expect(furthest(lossesOf(events).slice(-unlearn.length), unlearn)).toBeLessThanOrEqual(1e-4);
      const labels = made.labels && withHumanLabels(made.labels, reviewed);
      expect(labels && labelsOf(labels)).toEqual(expected?.labels);
      expect(made.labels && labelsOf(made.labels)).not.toEqual(expected?.labels);
    });
  },
);

describe('all weights', () => {
  const { losses, plain, measured } = golden.full;
  const before = async (changes: object = {}): Promise<number[]> => {
    const lab = microLab({ ...clusterFiles, ...changes });
    await runJob(lab, 'load', microLoad);
    const { made } = await runOn(lab, fullRun, 'unlearn');
    await lab.release();
    const { names = Number.NaN, perplexity = Number.NaN } = made.unlearn?.compared.before ?? {};
    return [names, perplexity];
  };

  test('the loss of every step is that of a plain loop', () => {
    expect(losses.unlearn).toHaveLength(fullRun.unlearn.steps);
    expect(furthest(losses.unlearn, plain)).toBeLessThanOrEqual(1e-4);
  });

  test('what train.py says of the model and of the one that it saved is what is measured of each here', async () => {
    const { baseline, unlearned } = measured;
    const loaded = await before();
    const saved = await before({ 'm/model.safetensors': new Uint8Array(fixture('model.safetensors')) });
    expect(furthest(loaded, [baseline.names, baseline.perplexity])).toBeLessThanOrEqual(1e-4);
    expect(furthest(saved, [unlearned.names, unlearned.perplexity])).toBeLessThanOrEqual(1e-4);
    expect(furthest(saved, loaded)).toBeGreaterThan(0.01);
  });
});

describe('adapters', () => {
  const lab = microLab(clusterFiles);
  beforeAll(() => runJob(lab, 'load', microLoad));
  afterAll(() => lab.release());

  const logitsOf = async (config: Uint8Array, weights: Uint8Array): Promise<Float32Array> => {
    const { model, files } = lab.workspace.ready('ask');
    const { adapter } = readAdapter({ config, weights }, files.config);
    const bank = new AdapterBank(model.device, files.config, adapter.lora);
    await bank.set('unlearned', adapter);
    const ids = Int32Array.from(golden.ids);
    const found = await readF32(await logits(model, bank, [{ ids, variant: 'unlearned' }], ids.length));
    await bank.release();
    return found;
  };
  const distance = (found: ArrayLike<number>, path: string): number =>
    Math.max(...(golden.logits[path] ?? []).map((x, i) => Math.abs(x - (found[i] ?? Number.NaN))));
  const names = ['reinforced', 'unlearned'] as const;

  test.each(['python', 'lethe', 'read'].flatMap((origin) => names.map((name) => `${origin}/${name}`)))(
    '%s answers here as in PEFT',
    async (path) => {
      const found = await logitsOf(
        fixture(`${path}/adapter_config.json`),
        fixture(`${path}/adapter_model.safetensors`),
      );
      expect(distance(found, path)).toBeLessThanOrEqual(1e-4);
      expect(distance(found, 'base')).toBeGreaterThan(0.01);
    },
  );

  test.each([
    ['whp', 'python'],
    ['read', 'read'],
  ] as const)('those that are made here in the run %s answer as those of train.py', async (run, origin) => {
    const own = microLab(clusterFiles);
    await runJob(own, 'load', microLoad);
    await runOn(own, clusterRuns[run], 'unlearn');
    const source = exportedSource(await savedFiles(own, { parts: names, floats: 'F32', figures: [] }));
    for (const name of names) {
      const [config, weights] = await Promise.all(
        ['adapter_config.json', 'adapter_model.safetensors'].map((file) =>
          source.read(`adapters/${name}/${file}`),
        ),
      );
      const found = config && weights ? await logitsOf(config, weights) : [];
      expect(distance(found, `${origin}/${name}`)).toBeLessThanOrEqual(1e-3);
    }
    await own.release();
  });
});

test('the report opens', () => {
  const { settings, evaluation } = parseReport(fixture('report.json').toString());
  expect(settings).toEqual(clusterRuns.whp);
  expect(evaluation.unlearned?.perplexity?.agg_value).toBe(golden.runs.whp?.measured.unlearned.perplexity);
});

test('translations of the shipped world and of a difficult text', async () => {
  const files = await loadModelFiles(diskSource('public'), 'models/base');
  const texts = Object.entries(await clusterTexts());
  const found = texts.map(([name, { dataset, settings }]) => {
    const { aligned } = new TextCache(files).prepare(dataset, hashesOf('', dataset), settings);
    return [name, digest(aligned)];
  });
  expect(Object.fromEntries(found)).toEqual(golden.translations);
});

/** Of everything that is computed of each block, as tools/golden/cluster.py writes it. */
function digest(blocks: readonly Aligned[]): string {
  const content = createHash('sha256');
  for (const { original, translated, mapping, forbidden, matches, sentences } of blocks) {
    const starts = new Map<number, number>();
    for (const { id, from } of forbidden) starts.set(id, Math.min(from, starts.get(id) ?? from));
    const spans = [matches, sentences].map((all) => all.map(({ start, length }) => [start, length]));
    const tokens = [original, translated, mapping].map((ids) => [...ids]);
    content.update(`${JSON.stringify([...tokens, [...starts].sort(([a], [b]) => a - b), ...spans])}\n`);
  }
  return content.digest('hex').slice(0, 16);
}
