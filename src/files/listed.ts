/**
 * Files that a folder may lack. A published folder says in files.json which it has, so that nothing is asked for in vain;
 * of any other folder, each file is asked for.
 */
import { v, validate } from '../base/schema';
import { fail } from './errors';
import { readJson, readOptionalJson, type FileSource } from './source';

/** In the folder that it lists: the paths of all other files in it and in its folders. */
export const FILE_LIST = 'files.json';

const schema = v.array(v.string());

/** Reads a JSON file of the folder; null if there is none. `path`: in the source. @throws LetheError file/missing, file/invalid */
export type ReadListed = (path: string) => Promise<unknown>;

/** @throws LetheError file/missing if it cannot be known what there is, file/invalid */
export async function listedFiles(source: FileSource, folder: string): Promise<ReadListed> {
  const path = `${folder}/${FILE_LIST}`;
  const json = await readOptionalJson(source, path);
  if (json === null) return (file) => readOptionalJson(source, file);
  const list = validate(schema, json, ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
  const paths = new Set(list.map((name) => `${folder}/${name}`));
  return (file) => (paths.has(file) ? readJson(source, file) : Promise.resolve(null));
}
