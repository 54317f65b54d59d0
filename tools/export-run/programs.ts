/** The programs of tools/cluster, as they lie on this disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { bytesFile, type ExportedFile } from '../../src/exchange/exported-file';

const PROGRAMS = new URL('../cluster/', import.meta.url);
/** What tools/cluster has beside its programs: caches of Python and of editors are left out. */
const IS_SHIPPED = /^[\w-]+\.(?:py|txt|yaml|md)$/u;

/** train.py, the files beside it, what they require, and how to start them. */
export function programs(): ExportedFile[] {
  const names = readdirSync(PROGRAMS).filter((name) => IS_SHIPPED.test(name));
  return names.sort().map((name) => bytesFile(name, readFileSync(new URL(name, PROGRAMS))));
}
