/** Where a command writes, checked before its work, which may take hours. */
import { readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder that `--save` names. @throws Error if it has files, which would be mixed with others, or is no folder */
export function checkedFolder(folder: string | undefined): string | null {
  if (folder === undefined) return null;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && (!found.isDirectory() || readdirSync(folder).length > 0))
    throw new Error(`--save ${folder}: expected a new or an empty folder. Name another one.`);
  return folder;
}

/** The file that the option `--name` names. @throws Error if no file can be written there */
export function checkedFile(name: string, path: string | undefined): string | null {
  if (path === undefined) return null;
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true)
    throw new Error(`--${name} ${path}: expected a file in a folder that exists. Make the folder first.`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new Error(`--${name} ${path}: expected a file, got a folder. Name a file in it.`);
  return path;
}
