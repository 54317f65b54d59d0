/**
 * Where the pieces of a tokenizer are in its text, for libraries that do not say. A tokenizer may have changed what it
 * read (case, accents, width, white space, characters that it does not know), so both sides are compared in their
 * plainest form, in which each character still knows its place.
 */
import type { PieceMarks } from './surfaces';
import { surfacesOf } from './surfaces';

/** Part of a text in UTF-16 units, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One plain character, and the part of the text that it is from, with the marks after it. */
interface Unit {
  readonly plain: string;
  readonly start: number;
  end: number;
}

/** White space, and what has neither width nor a letter of its own: marks, joiners, controls. */
const NOTHING = /[\p{White_Space}\p{Mn}\p{Cf}\p{Cc}]/gu;
const SPACES = /^\p{White_Space}+$/u;

/** Decomposed, in lower case, without accents and space. Of a text it is that of its characters one after another. */
function plain(text: string): string {
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(NOTHING, '');
}

function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let first = 0; // of the units of the last character
  let at = 0;
  for (const character of text) {
    const [start, end] = [at, at + character.length];
    at = end;
    const own = Array.from(plain(character), (one): Unit => ({ plain: one, start, end }));
    if (own.length > 0) {
      first = units.length;
      for (const unit of own) units.push(unit);
    } else if (units.at(-1)?.end === start && !SPACES.test(character))
      for (const unit of units.slice(first)) unit.end = end; // a mark belongs to what it is on
  }
  return units;
}

/** The place of each piece; null for one without a place, such as a mark of its own. */
export function placesOf(text: string, pieces: readonly string[], marks: PieceMarks): (Range | null)[] {
  const units = unitsOf(text);
  const places: (Range | null)[] = pieces.map(() => null);
  const rangeOf = (from: number, to: number): Range | null => {
    const [first, last] = [units[from], units[to - 1]];
    return first && last && to > from ? { start: first.start, end: last.end } : null;
  };
  let at = 0;
  /** pieces without a place yet, and how many of them are something in the text */
  let [unknown, least]: [number[], number] = [[], 0];
  /** Gives what is before unit `to` to the pieces that could be anything. */
  const fill = (to: number): void => {
    const parts = partsOf(text, units, at, to, unknown.length);
    unknown.forEach((piece, i) => {
      const part = parts[i];
      places[piece] = part ? rangeOf(...part) : rangeOf(at, to);
    });
    [unknown, least] = [[], 0];
  };
  for (const [i, surface] of surfacesOf(pieces, marks).entries()) {
    const want = surface.text === null ? null : Array.from(plain(surface.text));
    if (want?.length === 0) {
      if (surface.isCarried) places[i] = rangeOf(at - 1, at);
      continue;
    }
    const isOpen = marks.continuing === null || pieces[i]?.startsWith(marks.continuing) === true;
    const found = want ? search(text, units, at + least, want, unknown.length === 0 || isOpen) : null;
    if (!want || found === null) {
      unknown.push(i);
      if (!want) least += 1;
      continue;
    }
    fill(found);
    places[i] = rangeOf(surface.isCarried ? Math.max(0, found - 1) : found, found + want.length);
    at = found + want.length;
  }
  fill(units.length);
  return places;
}

/** Units passed over at most in the search for a piece. */
const REACH = 400;

/** Where the units from `from` on are `want` first; `isFree`: within a word, too. null: nowhere near */
function search(
  text: string,
  units: readonly Unit[],
  from: number,
  want: readonly string[],
  isFree: boolean,
): number | null {
  const last = Math.min(units.length - want.length, from + REACH);
  for (let at = from; at <= last; at++)
    if ((isFree || opensWord(text, units, at)) && want.every((one, i) => units[at + i]?.plain === one))
      return at;
  return null;
}

/** As BERT splits words: emoji are not among them. */
const ALONE = /[\p{P}$+<=>^`|~\p{Script=Han}]/u;

/** Whether a word piece may begin there: after a space, and before or after a character that is always alone. */
function opensWord(text: string, units: readonly Unit[], at: number): boolean {
  const [before, here] = [units[at - 1], units[at]];
  if (!before || !here || before.end < here.start) return true;
  return ALONE.test(before.plain) || ALONE.test(here.plain) || text.slice(before.end, here.start) !== '';
}

/** The words among the units from `from` to `to`, if they are as many as `count`; else nothing. */
function partsOf(
  text: string,
  units: readonly Unit[],
  from: number,
  to: number,
  count: number,
): [number, number][] {
  if (count < 2) return [];
  const starts: number[] = [];
  for (let at = from; at < to; at++) if (at === from || opensWord(text, units, at)) starts.push(at);
  return starts.length === count ? starts.map((start, i) => [start, starts[i + 1] ?? to]) : [];
}
