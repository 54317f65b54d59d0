/** A block and its translation, for tests. */
import type { Aligned } from '../text/translate';

/** A block of ten tokens whose translation has eight. */
export const aligned: Aligned = {
  original: Int32Array.of(1, 5, 30, 31, 6, 7, 8, 30, 31, 9),
  translated: Int32Array.of(1, 5, 40, 6, 7, 8, 40, 9),
  mapping: Int32Array.of(0, 1, -1, 2, 3, 4, -1, -1, 6, -1),
  reasons: [null, null, 'anchor', null, null, null, 'repeat', 'anchor', null, 'end'],
  forbidden: [{ id: 40, from: 2 }],
  matches: [],
  sentences: [],
};
