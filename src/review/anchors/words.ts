/** Words of a text, in any script: what a selection snaps to, and where a term occurs again. */
import { placesOf } from '../../text/places';
import type { TextRange } from '../tasks/anchors';

interface Piece extends TextRange {
  readonly isWord: boolean;
}

/**
 * Words and the pieces between them (Intl.Segmenter, which also segments Chinese). A possessive ending is a separate
 * piece: the name in “Orrin’s” is “Orrin”.
 */
function pieces(text: string, locale: string): Piece[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike = false }): Piece[] => {
    const end = index + segment.length;
    const [possessive] = /(?<=.)['’]s$/u.exec(segment) ?? [''];
    const whole = { start: index, end: end - possessive.length, isWord: isWordLike };
    return possessive === '' ? [whole] : [whole, { start: whole.end, end, isWord: false }];
  });
}

/**
 * The smallest run of whole words that contains a selection; a caret selects the word it touches. Spaces and
 * punctuation at its ends are left out. null if it touches no word. `locale` is only a hint; scripts are
 * detected anyway.
 */
export function snapToWords(text: string, { start, end }: TextRange, locale = 'en'): TextRange | null {
  const isCaret = start === end;
  const touched = pieces(text, locale).filter((piece) =>
    isCaret
      ? piece.isWord && piece.start <= start && start <= piece.end
      : piece.start < end && start < piece.end,
  );
  const first = touched.findIndex(({ isWord }) => isWord);
  const last = touched.findLast(({ isWord }) => isWord);
  const opening = touched[first];
  return opening && last ? { start: opening.start, end: isCaret ? opening.end : last.end } : null;
}

/** The words of a text, left to right, for a cursor that moves word by word. */
export function wordsOf(text: string, locale = 'en'): TextRange[] {
  return pieces(text, locale).flatMap(({ start, end, isWord }) => (isWord ? [{ start, end }] : []));
}

/** The places of a term as whole words, left to right without overlaps; none if it is blank. */
export function occurrencesOf(text: string, term: string): TextRange[] {
  return placesOf(text, term)
    .filter(({ isWhole }) => isWhole)
    .map(({ start, end }) => ({ start, end }));
}
