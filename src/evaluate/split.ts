/**
 * The split of a data set’s items: settings are chosen on the development items, figures are reported on the test items.
 * A sweep that read the test items would report how well it had fitted them.
 */
import { fail } from '../files/errors';
import { v, validate } from '../base/schema';
import { readOptionalJson, type FileSource } from '../files/source';

export const splits = ['development', 'test'] as const;
export type Split = (typeof splits)[number];

const declaration = v.object({ split: v.picklist(splits) });

/** The folder of a split’s items: the test items are the data set’s own, the development items are in a folder of it. */
export function itemsFolder(world: string, split: Split): string {
  return split === 'test' ? world : `${world}/${split}`;
}

/**
 * The split that the items in `folder` declare in split.json; null if they declare none, as those of a custom data set.
 * @throws LetheError file/invalid if they declare another split than `expected`
 */
export async function declaredSplit(
  source: FileSource,
  folder: string,
  expected: Split,
): Promise<Split | null> {
  const path = `${folder}/split.json`;
  const data = await readOptionalJson(source, path);
  if (data === null) return null;
  const { split } = validate(declaration, data, (problem) =>
    fail('file/invalid', {
      path,
      expected: `${problem.expected} at ${problem.field}`,
      got: problem.got,
    }),
  );
  return split === expected
    ? split
    : fail('file/invalid', { path, expected: `${expected} items`, got: `${split} items` });
}
