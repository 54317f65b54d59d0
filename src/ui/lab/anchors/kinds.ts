/** The kinds of a data set's terms, for display. */
import { listedFiles } from '../../../files/listed';
import type { FileSource } from '../../../files/source';
import { parseKinds, type TermKinds } from '../../../text/dictionary-kinds';

/** Empty if the data set has no such file, as for a custom text. */
export async function loadKinds(source: FileSource, folder: string | null): Promise<TermKinds> {
  if (folder === null) return new Map();
  const path = `${folder}/kinds.json`;
  const read = async (): Promise<unknown> => (await listedFiles(source, folder))(path);
  return parseKinds((await read().catch(() => null)) ?? {}, path);
}
