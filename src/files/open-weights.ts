/** The weights in a folder of Hugging Face's layout: in one file of safetensors, or in shards with an index. */
import { contentHash, fileHash } from '../base/hash';
import { v, validate } from '../base/schema';
import { fail } from './errors';
import type { OpenedModel } from './model-files';
import { openSafetensors, type StoredWeight } from './safetensors';
import { ifPresent, openAs, readOptionalJson, type FileSource } from './source';
import type { IsWanted } from './tensor-header';

const WHOLE = 'model.safetensors';
const INDEX = 'model.safetensors.index.json';

type Opened = Pick<OpenedModel, 'weights' | 'hash' | 'bytes'>;

/** Which weights the model needs; asked once a file is there, since files come at the same time as what says so. */
type Needed = () => Promise<IsWanted>;

/**
 * Opens the weights that are needed: of a file, no more is read than its header and, once, what its hash needs. Shards have
 * the hash of their names and hashes.
 * @throws LetheError file/missing, file/invalid
 */
export async function openWeights(source: FileSource, folder: string, needed: Needed): Promise<Opened> {
  const whole = openOne(source, `${folder}/${WHOLE}`, needed);
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

async function openShards(
  source: FileSource,
  folder: string,
  json: unknown,
  isNeeded: IsWanted,
): Promise<Opened> {
  const bad = (file: string, expected: string, got: string): never =>
    fail('file/invalid', { path: `${folder}/${file}`, expected, got });
  const { weight_map: index } = validate(schema, json, ({ field, expected, got }) =>
    bad(INDEX, `${expected} at ${field}`, got),
  );
  const shards = new Map(Object.entries(index).filter(([name]) => isNeeded(name)));
  const weights = new Map<string, StoredWeight>();
  const hashes: string[] = [];
  let bytes = 0;
  for (const shard of [...new Set(shards.values())].sort()) {
    if (!IN_FOLDER.test(shard)) bad(INDEX, 'names of safetensors files in the same folder', shard);
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
