/** The folder that train.py made of a micro model (tools/golden/cluster.py), for tests; read in Node. */
import { readFileSync } from 'node:fs';
import { madeFiles } from './made-elsewhere';

/** Where tools/golden/cluster.py keeps each file. */
const keptAs = (path: string): string => path.replace('labels/', '').replace(/^adapters/u, 'python');

/** By their paths inside the folder. */
export const microMade: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map(
  madeFiles.map((path) => [path, new Uint8Array(readFileSync(`src/lab/fixtures/cluster/${keptAs(path)}`))]),
);

/** In a folder of this name. */
export const microMadeIn = (folder: string): Map<string, Uint8Array<ArrayBuffer>> =>
  new Map([...microMade].map(([path, bytes]) => [`${folder}/${path}`, bytes]));
