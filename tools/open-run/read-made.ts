/** What was made elsewhere, as it lies on this disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { MadeElsewhere } from '../../src/exchange/made-elsewhere';
import { isOfMade, readMadeFiles, readMadeZip } from '../../src/exchange/open-made';

/** `path`: a folder, or a zip file of one. @throws LetheError as `readMadeFiles` and `readMadeZip` */
export function readMadeAt(path: string): MadeElsewhere {
  if (!statSync(path).isDirectory()) return readMadeZip(readFileSync(path), basename(path));
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => relative(path, join(parentPath, name)).split(sep).join('/'))
    .filter(isOfMade);
  return readMadeFiles(new Map(files.map((file) => [file, readFileSync(join(path, file))])));
}
