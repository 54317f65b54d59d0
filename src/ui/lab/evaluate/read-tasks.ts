/** Multiple-choice tasks from files of the user's, and the examples beside the page. */
import type { Task } from '../../../evaluate/multiple-choice';
import { parseTasks, taskName } from '../../../evaluate/task-file';
import { taskShapes } from '../../../evaluate/task-shapes';
import type { FileSource } from '../../../files/source';
import { textOfFile } from '../../browser/text-of-file';
import type { RejectedItem } from './rejected-item';

export interface ReadTasks {
  /** a task for each file with a valid item */
  readonly tasks: readonly Task[];
  /** names of the files without one */
  readonly empty: readonly string[];
  readonly rejected: readonly RejectedItem[];
}

/** In the order of the files. Never rejects because of what they hold. */
export async function readTasks(files: readonly File[]): Promise<ReadTasks> {
  return collected(
    await Promise.all(files.map(async (file) => ({ name: file.name, text: await textOfFile(file) }))),
  );
}

/** A file of our own items for each shape. @throws LetheError file/missing */
export async function exampleTasks(source: FileSource): Promise<ReadTasks> {
  const names = Object.keys(taskShapes).map((shape) => `${shape.toLowerCase()}-examples.jsonl`);
  const read = async (name: string): Promise<string> =>
    new TextDecoder().decode(await source.read(`lessons/tasks/${name}`));
  return collected(await Promise.all(names.map(async (name) => ({ name, text: await read(name) }))));
}

/** A task that is added takes the place of one of the same name. */
export function withTasks(tasks: readonly Task[], added: readonly Task[]): readonly Task[] {
  return [...new Map([...tasks, ...added].map((task) => [task.name, task])).values()];
}

function collected(files: readonly { readonly name: string; readonly text: string }[]): ReadTasks {
  const read = files.map(({ name, text }) => ({ name, ...parseTasks(text) }));
  return {
    tasks: read.flatMap(({ name, items }) => (items.length > 0 ? [{ name: taskName(name), items }] : [])),
    empty: read.flatMap(({ name, items }) => (items.length > 0 ? [] : [name])),
    rejected: read.flatMap(({ name, rejected }) => rejected.map((one) => ({ file: name, ...one }))),
  };
}
