/** Task files from users, in JSONL: valid items are used, invalid ones listed with line and reason. */
import { quoted } from '../base/errors';
import { tryJson } from '../base/json';
import { cutLines, type JsonPiece } from './json-pieces';
import type { Choice } from './multiple-choice';
import { taskShapeOf, taskShapes, type TaskShape } from './task-shapes';

export interface TaskFile {
  /** of the first item; null: none of those that are known */
  readonly shape: TaskShape | null;
  readonly items: readonly Choice[];
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

/** The name of the task in a file. */
export const taskName = (file: string): string => file.replace(/\.jsonl$/iu, '');

/** Most characters of an item that a reason quotes. */
const MOST_SHOWN = 40;

/** Never throws: what is no item is no answer either, and is listed. All items are of the shape of the first. */
export function parseTasks(text: string): TaskFile {
  const pieces = cutLines(text.replace(/^\uFEFF/u, ''));
  const values = pieces.map(({ text: piece }) => tryJson(piece));
  const shape = values.map((one) => ('value' in one ? taskShapeOf(one.value) : null)).find(Boolean) ?? null;
  const items: Choice[] = [];
  const rejected: { line: number; reason: string }[] = [];
  for (const piece of pieces) {
    const read = readItem(piece, shape);
    if ('reason' in read) rejected.push({ line: piece.line, reason: read.reason });
    else items.push(read.choice);
  }
  return { shape, items, rejected };
}

function readItem(
  { text }: JsonPiece,
  shape: TaskShape | null,
): { readonly choice: Choice } | { readonly reason: string } {
  const json = tryJson(text);
  if (!('value' in json)) return { reason: `expected ${json.expected}, got ${quoted(text, MOST_SHOWN)}` };
  const own = taskShapeOf(json.value);
  if (shape === null || own !== shape)
    return {
      reason: `expected an item of ${shape ?? Object.keys(taskShapes).join(', ')}, got ${own ?? quoted(text, MOST_SHOWN)}`,
    };
  return taskShapes[shape](json.value);
}
