/** A download from the Hub that becomes a model this browser keeps: what is kept, and what it is, says whoever wants it. */
import { downloadFiles, missingOf, type DownloadEvent } from '../../../hub/download';
import { fail } from '../../../hub/errors';
import type { Unfinished } from '../../../hub/unfinished';
import type { KeptModel, OwnFile } from '../../../store/kept-models';
import { take } from '../../../store/project-lock';
import type { HubShelf } from '../../browser/hub-shelf';
import type { PickedOnDisk } from './inspect';
import { askToPersist, checkRoom } from './room';

/** What the files of a download are, once they are here. */
export type LookAt<M> = (
  picked: readonly PickedOnDisk[],
) => Promise<{ readonly model: M; readonly files: readonly OwnFile[] }>;

/**
 * Downloads a model, or the rest of it, and keeps it: before that, nothing can use it.
 * @throws LetheError model/no-room before anything comes, hub/elsewhere, and as `downloadFiles` and `lookAt`; the signal's
 * reason. What came is kept, and the same call goes on with it.
 */
export async function* downloadAndKeep<M extends KeptModel>(
  shelf: HubShelf<M>,
  one: Unfinished,
  lookAt: LookAt<M>,
  signal: AbortSignal,
): AsyncGenerator<DownloadEvent, M> {
  const missing = await missingOf(one.files, shelf.folder(one.id));
  await checkRoom(missing);
  const release = await locked(shelf, one);
  try {
    // Where nothing is missing, its files may be those of a model that is kept, and are not to be deleted as unfinished.
    if (missing > 0) await shelf.unfinished.put(one);
    return yield* fetchLocked(shelf, one, lookAt, signal);
  } finally {
    release();
  }
}

/** Deletes what came of a download. @throws LetheError hub/elsewhere */
export async function removeDownload(shelf: HubShelf<KeptModel>, one: Unfinished): Promise<void> {
  const release = await locked(shelf, one);
  try {
    await shelf.unfinished.forget(one);
    await shelf.folder(one.id).clear();
  } finally {
    release();
  }
}

/** Keeps other tabs from a download until the result is called. @throws LetheError hub/elsewhere */
async function locked(shelf: HubShelf<KeptModel>, { id, title }: Unfinished): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  if (!(await take(shelf.lockOf(id), shelf.locks, held))) fail('hub/elsewhere', { title });
  return release;
}

async function* fetchLocked<M extends KeptModel>(
  shelf: HubShelf<M>,
  one: Unfinished,
  lookAt: LookAt<M>,
  signal: AbortSignal,
): AsyncGenerator<DownloadEvent, M> {
  const folder = shelf.folder(one.id);
  await askToPersist();
  yield* downloadFiles(one, one.files, folder, { signal });
  const picked = await Promise.all(
    one.files.map(async ({ name }) => ({
      name,
      folders: [one.title],
      file: (await folder.file(name)) ?? new Blob(),
      pieces: { folder: one.id, name },
    })),
  );
  const { model, files } = await lookAt(picked);
  const origin = { repo: one.repo, revision: one.revision, commit: one.commit };
  const kept = { ...model, origin };
  // In one change: its files are the model's from then on, and to delete the download would delete them.
  await shelf.models.add(kept, files, { signal, remove: [shelf.unfinished.keyOf(one)] });
  return kept;
}
