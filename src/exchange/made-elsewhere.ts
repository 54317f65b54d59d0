/** What tools/cluster made on another machine, as the files of its folder: a report, adapters, labels and losses. */
import { parseJson } from '../base/json';
import { v, validate } from '../base/schema';
import type { Report } from '../evaluate/report';
import { parseReport } from '../evaluate/report-file';
import { fail as refuseFile } from '../files/errors';
import { placesIn } from '../files/tensor-header';
import { fail } from './errors';
import { ADAPTER_CONFIG, ADAPTER_WEIGHTS, BASE_HASH } from './peft-adapter';
import { parsePeftConfig } from './peft-config';
import type { AdapterFiles } from './read-adapter';

export interface MadeElsewhere {
  readonly report: Report;
  /** of every step of the training that unlearns; none where nothing was trained */
  readonly losses: readonly number[];
  readonly adapters: readonly { readonly name: string; readonly files: AdapterFiles }[];
  /** how many blocks and tokens have a generic label; null: the method has no labels */
  readonly labels: { readonly blocks: number; readonly tokens: number } | null;
}

const REPORT = 'report.json';
const LOSSES = 'losses.json';
const LABELS = 'labels/dataset.jsonl';
const names = ['reinforced', 'unlearned'] as const;
const fileOf = (adapter: string, file: string): string => `adapters/${adapter}/${file}`;

/** The files of the folder that are read; others, such as checkpoints, are large. */
export const madeFiles: readonly string[] = [
  REPORT,
  LOSSES,
  LABELS,
  ...names.flatMap((name) => [fileOf(name, ADAPTER_CONFIG), fileOf(name, ADAPTER_WEIGHTS)]),
];

const trainings = v.record(v.string(), v.array(v.number()));
const row = v.object({ input_ids: v.array(v.number()), labels: v.array(v.number()) });

/**
 * `files` by their paths, in a folder of any name. Adapters are for the model whose hash the report has.
 * @throws LetheError made/missing, made/other-model, file/newer, file/invalid, adapter/unsupported
 */
export function readMade(files: ReadonlyMap<string, Uint8Array>): MadeElsewhere {
  const root = rootOf([...files.keys()]);
  const bytesOf = (file: string): Uint8Array | undefined => files.get(root + file);
  const needed = (file: string): Uint8Array => bytesOf(file) ?? fail('made/missing', { file });
  const report = parseReport(textOf(needed(REPORT)), root + REPORT);
  const isFull = report.made?.isFull === true;
  const adapters = (isFull ? [] : names).flatMap((name) => {
    const [config, weights] = [fileOf(name, ADAPTER_CONFIG), fileOf(name, ADAPTER_WEIGHTS)];
    if (name === 'reinforced' && !bytesOf(config) && !bytesOf(weights)) return [];
    const adapter = { config: needed(config), weights: needed(weights) };
    checkAdapter(root + fileOf(name, ''), adapter, report.hashes.model ?? '');
    return [{ name, files: adapter }];
  });
  const { unlearn = [] } = valid(trainings, textOf(needed(LOSSES)), root + LOSSES);
  const hasLabels = report.settings.method === 'whp';
  const labels = hasLabels ? countLabels(textOf(needed(LABELS)), root + LABELS) : null;
  return { report, losses: unlearn, adapters, labels };
}

/** The folder that the report is in, with its slash; of several, the outermost. */
function rootOf(paths: readonly string[]): string {
  const found = paths.filter((path) => path === REPORT || path.endsWith(`/${REPORT}`));
  const [shortest = REPORT] = found.sort((a, b) => a.length - b.length);
  return shortest.slice(0, -REPORT.length);
}

/** Without a model, its shape is not known: that is checked when the adapter is used. */
function checkAdapter(folder: string, { config, weights }: AdapterFiles, model: string): void {
  parsePeftConfig(jsonOf(textOf(config), folder + ADAPTER_CONFIG), folder + ADAPTER_CONFIG);
  const base = placesIn(weights, folder + ADAPTER_WEIGHTS).metadata[BASE_HASH];
  if (base !== undefined && base !== model) fail('made/other-model', { file: folder + ADAPTER_WEIGHTS });
}

function countLabels(text: string, path: string): MadeElsewhere['labels'] {
  const rows = text.split('\n').filter((line) => line.trim() !== '');
  let tokens = 0;
  for (const line of rows) {
    const { input_ids: ids, labels } = valid(row, line, path);
    if (ids.length !== labels.length)
      refuseFile('file/invalid', { path, expected: `${ids.length} labels`, got: String(labels.length) });
    tokens += labels.filter((label) => label >= 0).length;
  }
  if (rows.length === 0) refuseFile('file/invalid', { path, expected: 'rows of labels', got: 'none' });
  return { blocks: rows.length, tokens };
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const jsonOf = (text: string, path: string): unknown =>
  parseJson(text, (expected, got) => refuseFile('file/invalid', { path, expected, got }));

function valid<const S extends v.GenericSchema>(schema: S, text: string, path: string): v.InferOutput<S> {
  return validate(schema, jsonOf(text, path), ({ field, expected, got }) =>
    refuseFile('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
}
