/** A passage of the text, cut at its names, with what the translation writes in place of each. */
import type { LabelRecord, Labels } from '../../../unlearn/record';

interface Name {
  readonly original: string;
  readonly translation: string;
}
/** Words between names as text. */
export type Piece = string | Name;

type Block = Pick<LabelRecord, 'ids' | 'translated' | 'mapping' | 'anchors'>;

/** Passages are taken together until they hold so many names, and no more than so many characters. */
const [NAMES, LENGTH] = [6, 240];

/** Neighbouring passages with the most names, of those that a block holds whole; empty if there are none. */
export function passageWithNames({
  blocks,
  vocabulary,
}: Pick<Labels, 'vocabulary'> & { readonly blocks: readonly Block[] }): readonly Piece[] {
  const passages = blocks.flatMap((block) => together(passagesOf(block, (id) => vocabulary[id] ?? '')));
  return passages.reduce((best, one) => (namesIn(one) > namesIn(best) ? one : best), []);
}

export const namesIn = (pieces: readonly Piece[]): number =>
  pieces.filter((piece) => typeof piece !== 'string').length;

/** From each passage on, those that follow one another until there are enough names. */
function together(passages: readonly (readonly Piece[])[]): Piece[][] {
  return passages.map((first, start) => {
    let all = [...first];
    for (const next of passages.slice(start + 1)) {
      const more = [...all, ' ', ...next];
      if (next.length === 0 || namesIn(all) >= NAMES || lengthOf(more) > LENGTH) break;
      all = more;
    }
    return joined(all);
  });
}

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece : piece.original).length, 0);

/**
 * The passages between line breaks; not the first and the last, which the block cuts off. One with a name whose translation
 * is not known is empty.
 */
function passagesOf(block: Block, text: (id: number) => string): Piece[][] {
  const passages: Piece[][] = [[]];
  let isWhole = true;
  for (const piece of piecesOf(block, text)) {
    if (piece === null) isWhole = false;
    else if (typeof piece === 'string' && /\n|^<.+>$/.test(piece)) {
      if (!isWhole) passages[passages.length - 1] = [];
      isWhole = true;
      passages.push([]);
    } else passages.at(-1)?.push(piece);
  }
  return passages.slice(1, -1);
}

/** Token by token, names as a whole; null for a name whose translation the mapping does not tell. */
function* piecesOf({ ids, translated, mapping, anchors }: Block, text: (id: number) => string) {
  const written = (tokens: Int32Array): string => Array.from(tokens, text).join('');
  const lengths = new Map(anchors.map(({ start, length }) => [start, length]));
  for (let i = 0, j = 0; i < ids.length;) {
    const length = lengths.get(i) ?? 0;
    if (length === 0) {
      yield text(ids[i] ?? 0);
      j = (mapping[i] ?? -1) >= 0 ? (mapping[i] ?? 0) + 1 : j + 1;
      i += 1;
      continue;
    }
    const [original, last] = [written(ids.subarray(i, i + length)), mapping[i + length - 1] ?? -1];
    const space = /^\s*/.exec(original)?.[0] ?? '';
    if (space !== '') yield space;
    yield last < j
      ? null
      : { original: original.trim(), translation: written(translated.subarray(j, last + 1)).trim() };
    i += length;
    j = last + 1;
  }
}

/** Neighbouring texts become one; spaces at both ends are left out. */
function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const before = all.at(-1);
    if (typeof piece === 'string' && typeof before === 'string') all[all.length - 1] = before + piece;
    else all.push(piece);
  }
  const [first, last] = [all[0], all.at(-1)];
  if (typeof first === 'string') all[0] = first.trimStart();
  if (typeof last === 'string') all[all.length - 1] = last.trimEnd();
  return all;
}
