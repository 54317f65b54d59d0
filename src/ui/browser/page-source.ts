/** Where the page reads files: its own folder, and the user’s own models. The worker reads from the same. */
import { withOwnFiles, type OwnFiles } from '../../files/own-files';
import { urlSource, type FileSource } from '../../files/source';
import { databaseKeyValue } from '../../store/database';
import type { KeyValue } from '../../store/key-value';
import { browserFolder, type OwnFolder } from '../../store/own-folder';
import { OwnModels } from '../../store/own-models';
import { site } from './site';

/** What the browser keeps of models. The database opens at the first use. */
export interface ModelShelf {
  readonly database: KeyValue;
  /** null where the browser has no file system of its own */
  readonly folder: OwnFolder | null;
  readonly models: OwnModels;
}

let opened: ModelShelf | null = null;

export function modelShelf(): ModelShelf {
  if (opened) return opened;
  const [database, folder] = [databaseKeyValue(site), browserFolder(site)];
  opened = { database, folder, models: new OwnModels(database, folder) };
  return opened;
}

export const ownModels = (): OwnModels => modelShelf().models;

const own: OwnFiles = { file: (id, name) => ownModels().file(id, name) };

export const pageSource = (): FileSource => withOwnFiles(urlSource(document.baseURI), own);
