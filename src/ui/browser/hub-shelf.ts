/** Where this browser keeps what is downloaded, until it is a model of its kind and afterwards. */
import { downloadKeys, UnfinishedDownloads } from '../../hub/unfinished';
import type { KeptModel, KeptModels } from '../../store/kept-models';
import type { OwnModel } from '../../store/own-models';
import { PieceFolder } from '../../store/piece-folder';
import { downloadLockOf, type Locks } from '../../store/project-lock';
import { TabModels, type KeptTabModel } from '../../store/tab-models';
import { modelShelf } from './page-source';
import { site } from './site';

export interface HubShelf<M extends KeptModel> {
  readonly models: Pick<KeptModels<M>, 'add'>;
  readonly unfinished: UnfinishedDownloads;
  /** undefined at an insecure address */
  readonly locks: Locks | undefined;
  folder(id: string): PieceFolder;
  /** The lock of a download, which one tab at a time goes on with. */
  lockOf(id: string): string;
}

/** Of own models. */
export const hubShelf = (): HubShelf<OwnModel> => shelfFor(modelShelf().models, downloadKeys.own);

/** Of models for the tab. */
export const tabShelf = (): HubShelf<KeptTabModel> => shelfFor(tabModels(), downloadKeys.tab);

export function tabModels(): TabModels {
  const { database, folder } = modelShelf();
  return new TabModels(database, folder);
}

function shelfFor<M extends KeptModel>(models: KeptModels<M>, keys: string): HubShelf<M> {
  const { database, folder } = modelShelf();
  const { locks } = globalThis.navigator as { readonly locks?: LockManager };
  return {
    models,
    unfinished: new UnfinishedDownloads(database, keys),
    locks,
    folder: (id) => new PieceFolder(database, folder, id),
    lockOf: (id) => downloadLockOf(site, id),
  };
}
