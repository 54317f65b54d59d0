/** The items of a JSON list as pieces of text, so that an invalid one does not affect the others. */
import { jsonTokens } from '../base/json-tokens';

export interface JsonPiece {
  /** where it starts, from 1 */
  readonly line: number;
  readonly text: string;
}

/**
 * Splits a list at its outermost commas without parsing its items. Text after the list is one more piece; a list that is
 * not closed ends with the text. Null if the text is not a list.
 */
export function cutJsonList(text: string): JsonPiece[] | null {
  const tokens = jsonTokens(text);
  const open = tokens.next().value;
  if (open?.text !== '[') return null;
  const cuts = [open.end];
  let depth = 1;
  for (const { text: mark, end } of tokens) {
    if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    if ((depth === 1 && mark === ',') || (depth === 0 && mark === ']')) cuts.push(end);
    if (depth === 0) break;
  }
  const pieces = cuts.map((start, i) => {
    const end = cuts[i + 1];
    return { start, text: text.slice(start, end === undefined ? text.length : end - 1) };
  });
  return withLines(text, pieces);
}

/** The lines of a text that are not blank. */
export function cutLines(text: string): JsonPiece[] {
  return text
    .split(LINE_END)
    .map((line, i) => ({ line: i + 1, text: line.trim() }))
    .filter((piece) => piece.text !== '');
}

const LINE_END = /\r\n|\r|\n/;

/** Trims pieces, drops empty ones, and adds the line where each starts. */
function withLines(text: string, pieces: readonly { start: number; text: string }[]): JsonPiece[] {
  let [line, counted] = [1, 0];
  return pieces.flatMap((piece) => {
    const start = piece.start + piece.text.search(/\S|$/);
    line += text.slice(counted, start).split(LINE_END).length - 1;
    counted = start;
    const trimmed = piece.text.trim();
    return trimmed === '' ? [] : [{ line, text: trimmed }];
  });
}
