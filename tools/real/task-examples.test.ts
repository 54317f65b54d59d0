/** The examples of task files are all read, each as the shape of its name. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTasks } from '../../src/evaluate/task-file';
import { taskShapes } from '../../src/evaluate/task-shapes';

const folder = 'public/lessons/tasks';
const files = readdirSync(folder).sort();

test('there is a file of each shape, and about two hundred items', () => {
  const read = files.map((file) => parseTasks(readFileSync(`${folder}/${file}`, 'utf8')));
  expect(read.flatMap(({ rejected }) => rejected)).toEqual([]);
  expect(read.map(({ shape }) => shape).sort()).toEqual(Object.keys(taskShapes).sort());
  expect(files.map((file) => file.split('-')[0])).toEqual(read.map(({ shape }) => shape?.toLowerCase()));
  expect(read.reduce((sum, { items }) => sum + items.length, 0)).toBeGreaterThanOrEqual(198);
  for (const { items } of read) {
    expect(new Set(items.map(({ answer }) => answer)).size).toBeGreaterThan(1);
    for (const { options } of items) expect(new Set(options).size).toBe(options.length);
  }
});
