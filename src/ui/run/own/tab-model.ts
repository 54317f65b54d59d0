/** Models for the tab: from the Hub or a folder to what the browser keeps, and back. */
import { filesFor, titleOf, type Dtype } from '../../../assist/tab/formats';
import { readModelFolder, type ModelFolder } from '../../../assist/tab/model-folder';
import { contentHash } from '../../../base/hash';
import type { DownloadEvent } from '../../../hub/download';
import { parseHubId, parseMirror } from '../../../hub/hub-id';
import { listRepository } from '../../../hub/repository';
import { tabModelsIn } from '../../../hub/tab-models-in';
import type { Unfinished } from '../../../hub/unfinished';
import type { OwnFile } from '../../../store/kept-models';
import type { KeptTabModel, TabModels } from '../../../store/tab-models';
import type { HubShelf } from '../../browser/hub-shelf';
import { askFor } from './ask-for';
import { downloadAndKeep } from './hub-download';
import type { OnHub } from './hub-model';
import type { PickedOnDisk } from './inspect';

/** A folder that was picked, and how the browser reached its files. */
export interface PickedFolder {
  readonly folder: ModelFolder;
  readonly picked: readonly PickedOnDisk[];
}

/** @throws LetheError assist/model-folder */
export async function lookAtFolder(picked: readonly PickedOnDisk[]): Promise<PickedFolder> {
  const withPaths = picked.map(({ name, folders, file }) => ({ path: [...folders, name].join('/'), file }));
  return { folder: await readModelFolder(withPaths), picked };
}

/** What a repository has. @throws LetheError as `parseHubId`, `parseMirror`, `listRepository`, `tabModelsIn`; the signal’s reason */
export async function lookForTab(id: string, mirror: string, signal: AbortSignal): Promise<OnHub> {
  const place = await listRepository(parseHubId(id), parseMirror(mirror), signal);
  return { place, models: tabModelsIn(place) };
}

/** Downloads a model, or the rest of it, and keeps it. @throws LetheError as `downloadAndKeep` and `lookAtFolder` */
export const fetchForTab = (
  shelf: HubShelf<KeptTabModel>,
  one: Unfinished,
  signal: AbortSignal,
): AsyncGenerator<DownloadEvent, KeptTabModel> =>
  downloadAndKeep(
    shelf,
    one,
    async (picked) => {
      const found = await lookAtFolder(picked);
      const [dtype] = found.folder.dtypes;
      return keepable(found, dtype, { id: `tab-${one.id}`, title: one.title });
    },
    signal,
  );

/** What is kept of a folder: one number format, with the files that it needs. */
export function keepable(
  { folder, picked }: PickedFolder,
  dtype: Dtype,
  named: { readonly id: string; readonly title: string } = nameOf(folder, dtype),
): { readonly model: KeptTabModel; readonly files: readonly OwnFile[] } {
  const files = filesFor(folder.files, dtype).flatMap((name): OwnFile[] => {
    const found = picked.find(({ file }) => file === folder.files.get(name));
    return found ? [{ ...found, name }] : [];
  });
  return {
    model: {
      ...named,
      bytes: files.reduce((sum, { file }) => sum + file.size, 0),
      task: folder.task,
      isOnDisk: files.every(({ handle }) => handle !== undefined),
      files: files.map(({ name }) => name),
    },
    files,
  };
}

const DIGITS = 16;

/** A folder with the same files is the same model. */
function nameOf({ name, files }: ModelFolder, dtype: Dtype): { id: string; title: string } {
  const marks = filesFor(files, dtype).flatMap((path) => {
    const file = files.get(path);
    return [path, String(file?.size), file instanceof File ? String(file.lastModified) : ''];
  });
  return { id: `tab-${contentHash(name, ...marks).slice(0, DIGITS)}`, title: titleOf(name, dtype) };
}

/**
 * Opens a model that is kept; call it while the user is pressing a button, since files on disk may need a permission again.
 * @throws LetheError file/missing, assist/model-folder
 */
export async function openKept(models: TabModels, kept: KeptTabModel): Promise<ModelFolder> {
  if (kept.isOnDisk) await askFor(await models.handles(kept.id));
  const files = await models.files(kept);
  return readModelFolder([...files].map(([path, file]) => ({ path: `${kept.title}/${path}`, file })));
}
