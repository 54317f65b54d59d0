/** The kinds of a world's terms, for display. */
import { readJson, type FileSource } from '../../files/source';
import { parseKinds, type TermKinds } from '../../text/dictionary-kinds';

/** None where the world has no such file, as a text of one's own. */
export async function loadKinds(source: FileSource, folder: string | null): Promise<TermKinds> {
  if (folder === null) return new Map();
  const path = `${folder}/kinds.json`;
  const json = await readJson(source, path).catch(() => ({}));
  return parseKinds(json, path);
}
