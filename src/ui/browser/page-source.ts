/** Where the page reads files: its own folder, and the user’s own models. The worker reads from the same. */
import { withOwnFiles, type OwnFiles } from '../../files/own-files';
import { urlSource, type FileSource } from '../../files/source';
import { databaseKeyValue } from '../../store/database';
import { browserFolder } from '../../store/own-folder';
import { OwnModels } from '../../store/own-models';
import { site } from './site';

let opened: OwnModels | null = null;

/** The user’s own models. The database opens at the first use. */
export const ownModels = (): OwnModels =>
  (opened ??= new OwnModels(databaseKeyValue(site), browserFolder(site)));

const own: OwnFiles = { file: (id, name) => ownModels().file(id, name) };

export const pageSource = (): FileSource => withOwnFiles(urlSource(document.baseURI), own);
