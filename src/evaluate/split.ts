/**
 * The split of a data set’s items: settings are chosen on the development items, figures are reported on the test items.
 * A sweep that read the test items would report how well it had fitted them.
 */
import { fail } from '../files/errors';
import { v, validate } from '../base/schema';
import { listedFiles } from '../files/listed';
import { readJson, type FileSource } from '../files/source';

export const splits = ['development', 'test'] as const;
export type Split = (typeof splits)[number];

/** Where figures are reported. */
export const DEFAULT_SPLIT = 'test' satisfies Split;

const declaration = v.object({ split: v.picklist(splits) });

/** The folder of a split’s items: the test items are the data set’s own, the development items are in a folder of it. */
export function itemsFolder(world: string, split: Split): string {
  return split === DEFAULT_SPLIT ? world : `${world}/${split}`;
}

/**
 * The split that a data set’s items declare in split.json; null if its only items declare none, as those of a custom data
 * set.
 * @throws LetheError file/missing if it has no development items, file/invalid if the items are of another split
 */
export async function readSplit(source: FileSource, world: string, split: Split): Promise<Split | null> {
  const path = `${itemsFolder(world, split)}/split.json`;
  const read = async (): Promise<unknown> => (await listedFiles(source, world))(path);
  const data = split === DEFAULT_SPLIT ? await read() : await readJson(source, path);
  if (data === null) return null;
  const declared = validate(declaration, data, ({ field, expected, got }) =>
    fail('file/invalid', { path, expected: `${expected} at ${field}`, got }),
  ).split;
  return declared === split
    ? split
    : fail('file/invalid', { path, expected: `${split} items`, got: `${declared} items` });
}
