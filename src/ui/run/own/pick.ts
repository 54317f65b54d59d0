/** Files that the user picks or drops, with their handles where the browser gives them. */
import { append } from '../../../base/append';
import type { PickedOnDisk } from './inspect';

/** Files of an `<input type="file">`; those of a folder know their path. */
export function pickedFiles(files: Iterable<File>): PickedOnDisk[] {
  return [...files].map((file) => ({
    name: file.name,
    folders: file.webkitRelativePath.split('/').slice(0, -1),
    file,
  }));
}

/** What a browser may have beyond the standard: its dialogs give handles, which outlive the page. */
interface Pickers {
  readonly showOpenFilePicker?: (how: { readonly multiple: true }) => Promise<FileSystemFileHandle[]>;
  readonly showDirectoryPicker?: (how: { readonly mode: 'read' }) => Promise<FileSystemDirectoryHandle>;
}

const pickers = (): Pickers => globalThis as Pickers;

/** Whether files can be picked so that they need not be copied. */
export const givesHandles = (): boolean =>
  pickers().showOpenFilePicker !== undefined && pickers().showDirectoryPicker !== undefined;

/** The files that the user picks; none if the dialog is closed. */
export async function pickHandles(what: 'files' | 'folder'): Promise<PickedOnDisk[]> {
  const { showOpenFilePicker, showDirectoryPicker } = pickers();
  try {
    if (what === 'files')
      return await Promise.all(
        ((await showOpenFilePicker?.({ multiple: true })) ?? []).map((one) => ofHandle(one, [])),
      );
    const folder = await showDirectoryPicker?.({ mode: 'read' });
    return folder ? await ofFolder(folder) : [];
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return [];
    throw error;
  }
}

/**
 * What is dropped: files, or folders; with handles in Chromium. Call it in the event, after which the browser forgets what
 * was dropped. `depth`: how many levels of folders in them are read. @default none
 */
export async function droppedFiles({ items, files }: Dropped, depth = 0): Promise<PickedOnDisk[]> {
  const plain = [...files];
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const asked = [...items].flatMap((item) => {
    const handle = item.getAsFileSystemHandle?.();
    return handle ? [handle.catch(() => null)] : [];
  });
  const handles = (await Promise.all(asked)).flatMap((handle) => handle ?? []);
  if (handles.length > 0) return together(handles, (handle) => filesOf(handle, [], depth));
  if (entries.length > 0) return together(entries, (entry) => filesOfEntry(entry, [], depth));
  return pickedFiles(plain);
}

/** What of a DataTransfer is read. */
export interface Dropped {
  readonly items: Iterable<Droppable>;
  readonly files: Iterable<File>;
}

/** What browsers know an item as: in Chromium a handle, elsewhere an entry, of which nothing outlives the page. */
interface Droppable {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
  readonly webkitGetAsEntry?: () => FileSystemEntry | null;
}

async function together<T>(
  all: readonly T[],
  of: (one: T) => Promise<PickedOnDisk[]>,
): Promise<PickedOnDisk[]> {
  return (await Promise.all(all.map(of))).flat();
}

/** `above`: the folders that it is in */
async function filesOf(
  handle: FileSystemHandle,
  above: readonly string[],
  depth: number,
): Promise<PickedOnDisk[]> {
  if (handle.kind === 'directory') return ofFolder(handle as FileSystemDirectoryHandle, above, depth);
  return [await ofHandle(handle as FileSystemFileHandle, above)];
}

async function ofHandle(handle: FileSystemFileHandle, folders: readonly string[]): Promise<PickedOnDisk> {
  return { name: handle.name, folders, file: await handle.getFile(), handle };
}

/** The files of a folder, and of folders in it down to `depth` levels. */
async function ofFolder(
  folder: FileSystemDirectoryHandle,
  above: readonly string[] = [],
  depth = 0,
): Promise<PickedOnDisk[]> {
  const found: PickedOnDisk[] = [];
  for await (const handle of folder.values())
    if (handle.kind === 'file' || depth > 0)
      append(found, await filesOf(handle, [...above, folder.name], depth - 1));
  return found;
}

async function filesOfEntry(
  entry: FileSystemEntry,
  above: readonly string[],
  depth: number,
): Promise<PickedOnDisk[]> {
  if (!entry.isDirectory) return [await ofEntry(entry as FileSystemFileEntry, above)];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    // A browser gives a part of a long folder at a time, and nothing at its end.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    append(found, some);
  }
  const inside = found.filter(({ isFile }) => isFile || depth > 0);
  return together(inside, (one) => filesOfEntry(one, [...above, entry.name], depth - 1));
}

async function ofEntry(entry: FileSystemFileEntry, folders: readonly string[]): Promise<PickedOnDisk> {
  const file = await new Promise<File>((done, fail) => entry.file(done, fail));
  return { name: file.name, folders, file };
}
