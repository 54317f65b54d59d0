/** The models the page offers, from models.json beside it. */
import { fail } from '../../files/errors';
import { languages } from '../../base/languages';
import { fromEntries } from '../../base/records';
import { v, validate } from '../../base/schema';
import { readJson, urlSource } from '../../files/source';
import type { Dataset } from '../../lab/dataset';
import { part } from '../browser/lazy/part';
import { language } from '../i18n/i18n.svelte';

/** With its readers of CSV and JSON, which the first screen does without. */
const datasets = part(() => import('../../lab/dataset'));

const schema = v.pipe(
  v.array(
    v.object({
      /** in each language; a plain string is the same in all */
      title: v.union([
        v.string(),
        v.object(fromEntries(languages.map((code) => [code, v.string()] as const))),
      ]),
      /** folder of the model */
      model: v.string(),
      /** folder of its data set */
      world: v.string(),
      /** size of the download */
      bytes: v.number(),
    }),
  ),
  v.minLength(1),
);

export type CatalogEntry = v.InferOutput<typeof schema>[number];

/** @throws LetheError file/missing, file/invalid */
export async function loadCatalogue(): Promise<readonly CatalogEntry[]> {
  const path = 'models.json';
  return validate(schema, await readJson(urlSource(document.baseURI), path), ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  );
}

/** The texts in a folder, to read before a model is loaded. @throws LetheError file/missing, file/invalid */
export async function loadTexts(world: string): Promise<Dataset> {
  const { loadDataset } = await datasets();
  return loadDataset(urlSource(document.baseURI), world);
}

/** The title in the page's language. */
export function entryTitle({ title }: CatalogEntry): string {
  return typeof title === 'string' ? title : title[language()];
}

/** Where more files of the model and of its data set can be read; null: nowhere. */
export interface Folders {
  readonly model: string | null;
  readonly world: string | null;
}
