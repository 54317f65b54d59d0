/** files.json of each data set in public/: what it has, so that the page asks for nothing else. */
import { readdirSync, writeFileSync } from 'node:fs';
import { FILE_LIST } from '../../src/files/listed';

/** The folders below `root` that hold a text to forget. */
export function dataSets(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('/forget.json'))
    .map((path) => `${root}/${path.slice(0, -'/forget.json'.length)}`);
}

/** The files of a data set, without its list. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && path !== FILE_LIST)
    .sort();
}

export function listFiles(root: string): void {
  for (const folder of dataSets(root))
    writeFileSync(`${folder}/${FILE_LIST}`, `${JSON.stringify(filesOf(folder), null, 1)}\n`);
}
