/** `--save folder`: what a run made, as files for other programs. */
import { closeSync, mkdirSync, openSync, readdirSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CardFigure } from '../../src/exchange/card-figures';
import type { ExportedFile } from '../../src/exchange/exported-file';
import type { Lab } from '../../src/lab/lab';
import { partsMade, savedFiles } from '../../src/lab/saved-files';

/** Asked before a run, which may take hours. @throws Error if the folder has files, which would be mixed with others */
export function checkedFolder(folder: string | undefined): string | null {
  if (folder === undefined) return null;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && (!found.isDirectory() || readdirSync(folder).length > 0))
    throw new Error(`--save ${folder}: expected a new or an empty folder. Name another one.`);
  return folder;
}

/** The file that option `--name` names; asked before a run. @throws Error if no file can be written there */
export function checkedFile(name: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true)
    throw new Error(`--${name} ${path}: expected a file in a folder that exists. Make the folder first.`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Error(`--${name} ${path}: expected a file, got a folder. Name a file in it.`);
  return path;
}

/** Writes adapters/, merged/, labels/ and report.json with the content `report`, as far as the run made them. */
export async function saveRun(
  lab: Lab,
  folder: string,
  { figures, report }: { readonly figures: readonly CardFigure[]; readonly report: string },
): Promise<void> {
  const files = await savedFiles(lab, { parts: partsMade(lab.workspace), floats: 'F32', figures, report });
  writeFiles(folder, files);
}

export function writeFiles(folder: string, files: readonly ExportedFile[]): void {
  for (const { path, pieces } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    const file = openSync(target, 'w');
    try {
      for (const piece of pieces()) for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
    } finally {
      closeSync(file);
    }
  }
}
