/** Words of a text, in any script: what a selection snaps to, and where a term occurs again. */
import type { TextRange } from '../tasks/anchors';

interface Piece extends TextRange {
  readonly isWord: boolean;
}

/**
 * Words and what is between them (Intl.Segmenter, which knows Chinese words too). A possessive is a piece of its own:
 * the name in “Orrin’s” is “Orrin”.
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
 * The smallest run of whole words that holds a selection; a caret selects the word it touches. Spaces and punctuation
 * at its ends are left out. null if it touches no word. `locale` is a hint only; scripts are told apart anyway.
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

/** Scripts written without spaces: every place is the border of a word. */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const LETTER = String.raw`(?![${UNSPACED}])[\p{L}\p{N}\p{M}]`;

/** Where a term occurs as whole words, left to right without overlaps; nowhere if it is blank. */
export function occurrencesOf(text: string, term: string): TextRange[] {
  if (term.trim() === '') return [];
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const before = new RegExp(`^${LETTER}`, 'u').test(term) ? `(?<!${LETTER})` : '';
  const after = new RegExp(`${LETTER}$`, 'u').test(term) ? `(?!${LETTER})` : '';
  const pattern = new RegExp(`${before}${escaped}${after}`, 'gu');
  return [...text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + term.length }));
}
