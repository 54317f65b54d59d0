/** Overlapping windows over a text that is longer than a model can read, and which of them speaks for which part. */
import { UNSPACED } from '../../text/word-characters';
import type { Range } from './align';

export interface Window extends Range {
  /** It speaks for what begins from `from` on, before `to`: there its neighbours see less of the surroundings. */
  readonly from: number;
  readonly to: number;
}

const ALONE = new RegExp(UNSPACED, 'u');
const SPACE = /\p{White_Space}/u;

/**
 * Windows of at most `most` of the pieces at `places` (in order). Each shares `overlap` pieces with the next, or a few
 * less: windows begin and end where words do, unless a word is longer than a window.
 */
export function windowsOf(
  text: string,
  places: readonly (Range | null)[],
  most: number,
  overlap: number,
): Window[] {
  const pieces = places.filter((place) => place !== null);
  const opens = (i: number): boolean => {
    const [before, here] = [pieces[i - 1], pieces[i]];
    if (!before || !here || before.end < here.start) return true;
    return SPACE.test(text.slice(here.start, here.start + 1)) || ALONE.test(characterAt(text, here.start));
  };
  /** The last place at or before `i` where a word begins, if it is after `floor`. */
  const snapped = (i: number, floor: number): number => {
    for (let at = i; at > floor; at--) if (opens(at)) return at;
    return i;
  };
  const cuts: { readonly first: number; readonly last: number }[] = [];
  for (let first = 0; ;) {
    const last = first + most >= pieces.length ? pieces.length : snapped(first + most, first + overlap + 1);
    cuts.push({ first, last });
    if (last === pieces.length) break;
    first = snapped(last - overlap, first);
  }
  /** Where the word begins that is in the middle of what two windows share. */
  const between = (i: number): number => {
    const [a, b] = [cuts[i], cuts[i + 1]];
    if (!a) return 0;
    if (!b) return text.length;
    return pieces[snapped((b.first + a.last) >> 1, b.first)]?.start ?? text.length;
  };
  return cuts.map(({ first, last }, i) => ({
    start: i === 0 ? 0 : (pieces[first]?.start ?? 0),
    end: pieces[last - 1]?.end ?? text.length,
    from: i === 0 ? 0 : between(i - 1),
    to: between(i),
  }));
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
