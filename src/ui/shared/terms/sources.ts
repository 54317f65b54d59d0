/** The files that a review needs besides the run: the drafted dictionary and the model’s tokenizer. */
import { parseJson } from '../../../base/json';
import { fail } from '../../../files/errors';
import { listedFiles } from '../../../files/listed';
import { readJson, readOptionalJson, type FileSource } from '../../../files/source';
import type { Tokenizer } from '../../../files/tokenizer';
import type { KindedEntry } from '../../../review/anchors/items';
import { parseDictionary, type Dictionary } from '../../../text/dictionary';
import { parseKinds, type TermKinds } from '../../../text/dictionary-kinds';
import { part } from '../../browser/lazy/part';

export interface DraftedEntries {
  readonly entries: readonly KindedEntry[];
  /** Whether it is the shipped draft with planted faults rather than the dictionary of the run. */
  readonly isShipped: boolean;
}

/**
 * The draft that a data set ships for correction; the dictionary of the run if there is none, as for a custom text.
 * Terms without a kind get the kind "other".
 */
export async function loadDraft(
  source: FileSource,
  folder: string | null,
  dictionary: Dictionary,
): Promise<DraftedEntries> {
  const read = async (name: string): Promise<unknown> =>
    folder === null ? null : (await listedFiles(source, folder))(`${folder}/${name}`).catch(() => null);
  const [drafted, kinds] = [await read('dictionary-drafted.json'), await read('kinds.json')];
  const kindOf: TermKinds = kinds === null ? new Map() : parseKinds(kinds, 'kinds.json');
  const entries = drafted === null ? dictionary : parseDictionary(drafted);
  return {
    entries: entries.map(({ term, translations }) => ({
      term,
      translations,
      kind: kindOf.get(term) ?? 'other',
    })),
    isShipped: drafted !== null,
  };
}

const documents = part(() => import('../../../files/model-documents'));
const tokenizers = part(() => import('../../../files/tokenizer'));

/** The model’s tokenizer; null if it cannot be loaded: then words cannot be typed, but all else works. */
export async function loadTokenizer(source: FileSource, folder: string | null): Promise<Tokenizer | null> {
  if (folder === null) return null;
  try {
    const [[json, config], { parseTokenizer }] = await Promise.all([
      folder.endsWith('.gguf') ? inGguf(source, folder) : inFolder(source, folder),
      tokenizers(),
    ]);
    return parseTokenizer(json, config ?? {}, { path: `${folder}/tokenizer.json` });
  } catch {
    return null;
  }
}

/** tokenizer.json and tokenizer_config.json */
type Documents = readonly [unknown, unknown];

const inFolder = (source: FileSource, folder: string): Promise<Documents> =>
  Promise.all([
    readJson(source, `${folder}/tokenizer.json`),
    readOptionalJson(source, `${folder}/tokenizer_config.json`),
  ]);

async function inGguf(source: FileSource, path: string): Promise<Documents> {
  const { others } = await (await documents()).readDocuments(source, path);
  const read = (name: string): unknown =>
    parseJson(new TextDecoder().decode(others.get(name)), (expected, got) =>
      fail('file/invalid', { path: name, expected, got }),
    );
  return [read('tokenizer.json'), others.has('tokenizer_config.json') ? read('tokenizer_config.json') : null];
}
