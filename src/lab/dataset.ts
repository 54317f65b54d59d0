/** The texts of a run: what to forget, its dictionary, what to retain, and what to measure on. */
import { fail } from './error-catalogue';
import { contentHash } from '../base/hash';
import { v, validate } from '../base/schema';
import { DEFAULT_SPLIT, itemsFolder, readSplit, type Split } from '../evaluate/split';
import { readAs, readJson, type FileSource } from '../files/source';
import type { Dictionary } from '../text/dictionary';
import { readDictionary } from '../text/dictionary-file';
import { repeatedSentences } from '../text/repeated-sentences';

const text = v.object({ title: v.string(), passages: v.pipe(v.array(v.string()), v.minLength(1)) });
const prompts = v.array(v.object({ prompt: v.string(), references: v.array(v.string()) }));

export type Text = v.InferOutput<typeof text>;
type Prompt = v.InferOutput<typeof prompts>[number];

/** One unlearning data set: forget set, retain set, held-out text, dictionary and prompts. */
export interface Dataset {
  /** the split of the held-out text, the prompts and all other items; null if they declare none */
  readonly split: Split | null;
  readonly forget: Text;
  readonly dictionary: Dictionary;
  /** The repeated sentences that a reviewer kept. Default: all that are found (text/repeated-sentences.ts) */
  readonly sentences?: readonly string[];
  /** Everyday text for the retain share of each batch. */
  readonly retain: Text;
  /** Everyday text that no model is trained on, for perplexity. */
  readonly heldOut: Text;
  readonly prompts: readonly Prompt[];
}

/** The repeated sentences that are forgotten, too: those that a reviewer kept, otherwise all. */
export function forgottenSentences({ forget, retain, dictionary, sentences }: Dataset): readonly string[] {
  const terms = dictionary.map(({ term }) => term);
  return (
    sentences ?? repeatedSentences(forget.passages, retain.passages, terms).map(({ sentence }) => sentence)
  );
}

/** What is known to come from the forget set. */
export type Anchors = Pick<Dataset, 'dictionary' | 'sentences'>;

/** Which texts and which dictionary. Reports and saved runs hold this hash: it is of the names the files have. */
export function hashOf({
  forget,
  retain,
  heldOut: everyday,
  prompts,
  dictionary,
  sentences,
}: Dataset): string {
  return contentHash(JSON.stringify({ forget, retain, everyday, prompts, dictionary, sentences }));
}

/** What belongs to a split. */
export type Items = Pick<Dataset, 'split' | 'heldOut' | 'prompts'>;

/**
 * Reads the data set in `folder` with the items of one split.
 * @throws LetheError file/missing, file/invalid, dictionary/invalid
 */
export async function loadDataset(
  source: FileSource,
  folder: string,
  split: Split = DEFAULT_SPLIT,
): Promise<Dataset> {
  const [items, forget, retain, dictionary] = await Promise.all([
    loadItems(source, folder, split),
    readValid(source, `${folder}/forget.json`, text),
    readValid(source, `${folder}/retain.json`, text),
    readAs(source, `${folder}/dictionary.json`, (bytes) =>
      readDictionary(new TextDecoder().decode(bytes), 'json'),
    ),
  ]);
  return { ...items, forget, retain, dictionary };
}

/** Reads the items of one split. @throws LetheError file/missing, file/invalid */
export async function loadItems(source: FileSource, folder: string, split: Split): Promise<Items> {
  const items = itemsFolder(folder, split);
  const [declared, heldOut, asked] = await Promise.all([
    readSplit(source, folder, split),
    readValid(source, `${items}/everyday.json`, text),
    readValid(source, `${items}/prompts.json`, prompts),
  ]);
  return { split: declared, heldOut, prompts: asked };
}

async function readValid<const S extends v.GenericSchema>(
  source: FileSource,
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  return validate(schema, await readJson(source, path), ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
}
