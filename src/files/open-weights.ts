/** The weights in a folder of Hugging Face's layout: in one file of safetensors, or in shards with an index. */
import { contentHash, fileHash } from '../base/hash';
import { v, validate } from '../base/schema';
import { fail } from './errors';
import { INDEX, WEIGHTS } from './file-names';
import type { OpenedModel } from './model-files';
import { openSafetensors, type StoredWeight } from './safetensors';
import { ifPresent, openAs, readOptionalJson, type FileSource } from './source';
import type { IsWanted } from './tensor-header';

type Opened = Pick<OpenedModel, 'weights' | 'hash' | 'bytes'>;

/** Which weights the model needs; asked once a file is there, since files come at the same time as what says so. */
type Needed = () => Promise<IsWanted>;

/**
 * Opens the weights that are needed: of a file, no more is read than its header and, once, what its hash needs. Shards have
 * the hash of their names and hashes.
 * @throws LetheError file/missing, file/invalid
 */
export async function openWeights(source: FileSource, folder: string, needed: Needed): Promise<Opened> {
  const whole = openOne(source, `${folder}/${WEIGHTS}`, needed);
  const found = await ifPresent(whole);
  if (found) return found;
  const index = await readOptionalJson(source, `${folder}/${INDEX}`);
  return index === null ? whole : openShards(source, folder, index, await needed());
}

function openOne(source: FileSource, path: string, needed: Needed): Promise<Opened> {
  return openAs(source, path, async (file) => ({
    weights: await openSafetensors(file, path, await needed()),
    hash: await fileHash(file),
    bytes: file.size,
  }));
}

/** No other folder, and no address. */
const IN_FOLDER = /^[\w-][\w.-]*\.safetensors$/u;

const schema = v.looseObject({ weight_map: v.record(v.string(), v.string()) });

/** The file of each weight, by the index of a model in several files; what is wrong goes to `refuse`, which throws. */
export function parseIndex(
  json: unknown,
  refuse: (expected: string, got: string) => never,
): ReadonlyMap<string, string> {
  const { weight_map: index } = validate(schema, json, ({ field, expected, got }) =>
    refuse(`${expected} at ${field}`, got),
  );
  return new Map(Object.entries(index));
}

/** A name in the index, of a file in the same folder; any other goes to `refuse`, which throws. */
export function checkShard(name: string, refuse: (expected: string, got: string) => never): void {
  if (!IN_FOLDER.test(name)) refuse('names of safetensors files in the same folder', name);
}

async function openShards(
  source: FileSource,
  folder: string,
  json: unknown,
  isNeeded: IsWanted,
): Promise<Opened> {
  const bad = (file: string, expected: string, got: string): never =>
    fail('file/invalid', { path: `${folder}/${file}`, expected, got });
  const index = parseIndex(json, (expected, got) => bad(INDEX, expected, got));
  const shards = new Map([...index].filter(([name]) => isNeeded(name)));
  const weights = new Map<string, StoredWeight>();
  const hashes: string[] = [];
  let bytes = 0;
  for (const shard of [...new Set(shards.values())].sort()) {
    checkShard(shard, (expected, got) => bad(INDEX, expected, got));
    const opened = await openOne(source, `${folder}/${shard}`, () => Promise.resolve(isNeeded));
    for (const [name, weight] of opened.weights) {
      const expected = shards.get(name);
      if (expected !== shard)
        bad(shard, `no "${name}", which ${INDEX} has in ${expected ?? 'no file'}`, 'it here, too');
      weights.set(name, weight);
    }
    hashes.push(shard, opened.hash);
    bytes += opened.bytes;
  }
  for (const [name, shard] of shards)
    if (!weights.has(name)) bad(shard, `"${name}", as ${INDEX} says`, 'none');
  return { weights, hash: contentHash(...hashes), bytes };
}
