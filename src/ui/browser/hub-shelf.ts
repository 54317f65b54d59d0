/** Where this browser keeps what is downloaded, until it is an own model and afterwards. */
import { UnfinishedDownloads } from '../../hub/unfinished';
import type { OwnModels } from '../../store/own-models';
import { PieceFolder } from '../../store/piece-folder';
import { downloadLockOf, type Locks } from '../../store/project-lock';
import { modelShelf } from './page-source';
import { site } from './site';

export interface HubShelf {
  readonly models: Pick<OwnModels, 'add'>;
  readonly unfinished: UnfinishedDownloads;
  /** undefined at an insecure address */
  readonly locks: Locks | undefined;
  folder(id: string): PieceFolder;
  /** The lock of a download, which one tab at a time goes on with. */
  lockOf(id: string): string;
}

export function hubShelf(): HubShelf {
  const { database, folder, models } = modelShelf();
  const { locks } = globalThis.navigator as { readonly locks?: LockManager };
  return {
    models,
    unfinished: new UnfinishedDownloads(database),
    locks,
    folder: (id) => new PieceFolder(database, folder, id),
    lockOf: (id) => downloadLockOf(site, id),
  };
}
