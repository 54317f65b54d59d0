/** Multiple-choice tasks from files, before and after. */
import { basename } from 'node:path';
import type { Choice, Task } from '../../src/evaluate/multiple-choice';
import { parseTasks, taskName } from '../../src/evaluate/task-file';
import { readUtf8 } from './options';

/** @throws Error that names the file and the first line that is no item */
export function tasksIn(paths: readonly string[]): Task[] {
  return paths.map((path) => ({ name: taskName(basename(path)), items: itemsIn(path) }));
}

function itemsIn(path: string): readonly Choice[] {
  const { items, rejected } = parseTasks(readUtf8(path));
  const [first] = rejected;
  if (first) throw new Error(`${path}, line ${first.line}: ${first.reason}. Correct it or leave it out.`);
  if (items.length === 0) throw new Error(`${path}: expected tasks in JSONL, got none.`);
  return items;
}
