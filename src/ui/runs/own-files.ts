/** A text of the user’s and its dictionary, as the files that a copied command reads. */
import { hashOf, type Dataset } from '../../lab/dataset';
import { writeDictionary } from '../../text/dictionary-file';
import { textOf } from '../../text/reading/passages';

export const ownFileNames = { text: 'text.txt', dictionary: 'dictionary.json' } as const;
export type OwnFile = keyof typeof ownFileNames;

export interface OwnFiles {
  /** hash of the texts, as the runs of them have it */
  readonly world: string;
  readonly contents: Readonly<Record<OwnFile, string>>;
}

export function ownFilesOf(dataset: Dataset): OwnFiles {
  const contents = {
    text: textOf(dataset.forget.passages),
    dictionary: writeDictionary(dataset.dictionary, 'json'),
  };
  return { world: hashOf(dataset), contents };
}
