/** How much distinct text the scene patterns yield. */
import { prng } from '../../../src/base/prng';
import { everydayTexts } from '../corpus';
import { scenes } from '../everyday';

const SEED = 31;
const CHUNK = 20_000;
const ENOUGH = 25e6;

export interface CorpusSize {
  readonly patterns: number;
  /** Bytes of distinct texts, drawn until there are 25 MB. */
  readonly uniqueBytes: number;
  readonly texts: number;
}

export function corpusSize(): CorpusSize {
  const random = prng(SEED);
  const seen = new Set<string>();
  let uniqueBytes = 0;
  while (uniqueBytes < ENOUGH) {
    for (const text of everydayTexts(random, CHUNK, seen)) {
      seen.add(text);
      uniqueBytes += Buffer.byteLength(text);
    }
  }
  return { patterns: scenes.length, uniqueBytes, texts: seen.size };
}
