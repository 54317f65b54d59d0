import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { exampleTasks, readTasks, withTasks } from './read-tasks';

const item = { goal: 'Open a jar', sol1: 'Turn it.', sol2: 'Burn it.', label: 0 };

test('each file is a task of its name; what cannot be used is listed by file and line', async () => {
  const files = [
    new File([`${JSON.stringify(item)}\nno JSON\n`], 'jars.jsonl'),
    new File(['{"goal": 1}'], 'none.jsonl'),
    new File([''], 'empty.jsonl'),
  ];
  const { tasks, empty, rejected } = await readTasks(files);
  expect(tasks.map(({ name, items }) => [name, items.length])).toEqual([['jars', 1]]);
  expect(empty).toEqual(['none.jsonl', 'empty.jsonl']);
  expect(rejected.map(({ file, line }) => [file, line])).toEqual([
    ['jars.jsonl', 2],
    ['none.jsonl', 1],
  ]);
});

test('the examples are a task of each shape, all of which can be used', async () => {
  const { tasks, empty, rejected } = await exampleTasks({
    read: async (path): Promise<Uint8Array> => readFile(`public/${path}`),
  });
  expect(tasks.map(({ name }) => name)).toEqual(
    ['arc', 'openbookqa', 'hellaswag', 'piqa', 'boolq', 'winogrande'].map((shape) => `${shape}-examples`),
  );
  expect([empty, rejected]).toEqual([[], []]);
});

test('a task takes the place of one of the same name', () => {
  const [a, b] = ['a', 'b'].map((name) => ({ name, items: [] }));
  if (!a || !b) throw new Error('expected two tasks');
  const newer = { name: 'a', items: [{ prompt: 'p', options: ['x', 'y'], answer: 1 }] };
  expect(withTasks([a, b], [newer])).toEqual([newer, b]);
});
