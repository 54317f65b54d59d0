/**
 * What OpenUnlearning measured of an exported run (https://github.com/locuslab/open-unlearning, src/evals/base.py):
 * NAME_EVAL.json, or NAME_SUMMARY.json with the aggregates alone, beside the run.json of the run.
 */
import { parseJson } from '../base/json';
import { entriesOf } from '../base/records';
import { v, validate } from '../base/schema';
import type { MetricName } from '../evaluate/metric-catalogue';
import { splits } from '../evaluate/split';
import { fail as refuseFile } from '../files/errors';
import { methodOf } from '../methods/settings';
import { fail } from './errors';
import type { MadeElsewhere } from './made-elsewhere';
import { trainerOf } from './open-unlearning-trainers';

const RUN = 'run.json';
const RESULTS = /(?:^|\/)[A-Z]+_(?:EVAL|SUMMARY)\.json$/u;

/** Its names of the metrics that are computed alike here. Its model utility, for one, averages other figures. */
const metricOf = {
  forget_Q_A_Prob: 'probability',
  forget_Q_A_ROUGE: 'rougeLStemmed',
  exact_memorization: 'exactMemorisation',
  extraction_strength: 'extractionStrength',
  forget_quality: 'forgetQualityGeometric',
  privleak: 'privLeak',
} as const satisfies Readonly<Record<string, MetricName>>;

const run = v.object({
  settings: v.record(v.string(), v.unknown()),
  hashes: v.record(v.string(), v.string()),
  split: v.nullable(v.picklist(splits)),
});
const value = v.nullable(v.number());
const results = v.record(v.string(), v.union([value, v.looseObject({ agg_value: v.exactOptional(value) })]));

export const isOfResults = (path: string): boolean => RESULTS.test(path) || /(?:^|\/)run\.json$/u.test(path);

export const hasResults = (files: ReadonlyMap<string, Uint8Array>): boolean =>
  [...files.keys()].some((path) => RESULTS.test(path));

/**
 * The report of the unlearned model, with the metrics that both have. `files` by their paths.
 * @throws LetheError made/missing without run.json, file/invalid, also where no metric is one of both
 */
export function readResults(files: ReadonlyMap<string, Uint8Array>): MadeElsewhere {
  const paths = [...files.keys()].filter((path) => RESULTS.test(path)).sort(); // EVAL before SUMMARY
  const [path = ''] = paths;
  const runPath = [...files.keys()].find((one) => one === RUN || one.endsWith(`/${RUN}`));
  if (runPath === undefined) return fail('made/missing', { file: RUN });
  const { settings, hashes, split } = read(run, files, runPath);
  const measured = read(results, files, path);
  const found = entriesOf(metricOf).flatMap(([theirs, ours]) => {
    const one = measured[theirs];
    const agg_value = typeof one === 'object' && one !== null ? (one.agg_value ?? null) : (one ?? null);
    return agg_value === null ? [] : [[ours, { agg_value, value_by_index: {} }] as const];
  });
  if (found.length === 0) {
    const expected = `one of the metrics ${Object.keys(metricOf).join(', ')}`;
    refuseFile('file/invalid', { path, expected, got: Object.keys(measured).join(', ').slice(0, 200) });
  }
  const { seed } = settings;
  return {
    report: {
      format: 'lethe-report',
      version: 1,
      versions: {},
      seeds: typeof seed === 'number' && Number.isInteger(seed) ? { run: seed } : {},
      hashes,
      settings: { ...settings, method: trainerOf(methodOf(settings)).method },
      ...(split && { split }),
      made: { by: 'OpenUnlearning' },
      items: Object.fromEntries(found.map(([name]) => [name, {}])),
      evaluation: { seconds: 0, unlearned: Object.fromEntries(found) },
      curves: {},
    },
    losses: [],
    adapters: [],
    labels: null,
  };
}

function read<const S extends v.GenericSchema>(
  schema: S,
  files: ReadonlyMap<string, Uint8Array>,
  path: string,
): v.InferOutput<S> {
  const refuse = (expected: string, got: string): never =>
    refuseFile('file/invalid', { path, expected, got });
  const text = new TextDecoder().decode(files.get(path));
  return validate(schema, parseJson(text, refuse), ({ field, expected, got }) =>
    refuse(`${expected} at ${field}`, got),
  );
}
