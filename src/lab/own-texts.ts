/**
 * A text of the user's own in place of a world's: what is to be forgotten, its dictionary and prompts about it. The
 * rest of the world (retain text, everyday text, neighbour, tasks) still shows what else a model can do.
 */
import { fail } from '../base/errors';
import type { FileSource } from '../files/source';
import type { Dictionary } from '../text/dictionary';
import { writeDictionary } from '../text/dictionary-file';
import { promptsFrom } from '../text/prompts-from-text';
import type { Text } from './dataset';

export interface OwnTexts {
  readonly forget: Text;
  readonly dictionary: Dictionary;
}

/** Prompts that are made from the text. */
const PROMPTS = 40;

/** Files of a world that are about its own forget text only. */
const aboutTheWorld = ['sayings', 'probability', 'truth', 'theme', 'attacks', 'gold', 'kinds'];

/** The source with the texts as those of the world in `folder`; what asks about the world's own text is missing. */
export function withTexts(source: FileSource, folder: string, { forget, dictionary }: OwnTexts): FileSource {
  const terms = dictionary.map(({ term }) => term);
  const files = new Map([
    [`${folder}/forget.json`, (): string => JSON.stringify(forget)],
    [`${folder}/dictionary.json`, (): string => writeDictionary(dictionary, 'json')],
    [`${folder}/prompts.json`, (): string => JSON.stringify(promptsFrom(forget.passages, terms, PROMPTS))],
  ]);
  const missing = new Set(aboutTheWorld.map((name) => `${folder}/${name}.json`));
  return {
    async read(path) {
      if (missing.has(path)) fail('file/missing', { path, status: 'a text of your own has none' });
      const own = files.get(path);
      return own ? new TextEncoder().encode(own()) : source.read(path);
    },
  };
}
