import { expect, test } from 'vitest';
import { readDictionary } from '../../text/dictionary-file';
import { readTextFile } from '../../text/reading/read-text';
import { ownFileNames, ownFilesOf } from './own-files';

test('the files read back as the same passages and the same dictionary', async () => {
  const passages = ['Mira lit the lamp.\n\nShe slept.', '# The hill\n\nRain fell.'];
  const dictionary = [{ term: 'Mira', translations: ['Anna', 'Lucy'] }] as const;
  const rest = { title: 'Everyday', passages: ['The rain fell.'] };
  const texts = {
    split: null,
    forget: { title: 'Mine', passages },
    retain: rest,
    heldOut: rest,
    prompts: [],
  };
  const { contents } = ownFilesOf({ ...texts, dictionary });
  const read = await readTextFile(ownFileNames.text, new TextEncoder().encode(contents.text));
  expect(read.passages).toEqual(passages);
  expect(readDictionary(contents.dictionary, 'json')).toEqual(dictionary);
});
