import { expect, test } from 'vitest';
import { droppedFiles } from './pick';

const file = (name: string) => new File(['x'], name);
const fileEntry = (name: string) => ({
  isFile: true,
  isDirectory: false,
  name,
  file: (done: (file: File) => void) => done(file(name)),
});
/** Gives its entries two at a time, as browsers give the entries of a long folder by parts. */
const folderEntry = (name: string, inside: readonly object[]) => ({
  isFile: false,
  isDirectory: true,
  name,
  createReader() {
    const left = [...inside];
    return { readEntries: (done: (some: object[]) => void) => done(left.splice(0, 2)) };
  },
});
const dropped = (entries: readonly object[]) =>
  ({
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry as FileSystemEntry })),
    // What Firefox has for a folder: a file of its name that cannot be read.
    files: entries.map(() => file('a folder')),
  }) as const;

test('a folder dropped where there are no handles is read to its end, without the folders in it', async () => {
  const names = ['config.json', 'tokenizer.json', 'model.safetensors'];
  const inside = [...names.map(fileEntry), folderEntry('onnx', [fileEntry('model.onnx')])];
  const found = await droppedFiles(dropped([folderEntry('tiny', inside)]));
  expect(found.map(({ name, folders }) => [...folders, name].join('/'))).toEqual(
    names.map((name) => `tiny/${name}`),
  );
  await expect(found[0]?.file.text()).resolves.toBe('x');
});

test('folders in it are read as deep as is asked for', async () => {
  const onnx = folderEntry('onnx', [fileEntry('model.onnx'), folderEntry('old', [fileEntry('x')])]);
  const found = await droppedFiles(dropped([folderEntry('tiny', [fileEntry('config.json'), onnx])]), 1);
  expect(found.map(({ name, folders }) => [...folders, name].join('/'))).toEqual([
    'tiny/config.json',
    'tiny/onnx/model.onnx',
  ]);
});

test('a file that was dropped has no folder', async () => {
  const found = await droppedFiles(dropped([fileEntry('tiny.gguf')]));
  expect(found.map(({ name, folders }) => [name, folders])).toEqual([['tiny.gguf', []]]);
});

test('a folder that cannot be read rejects with the browser’s error', async () => {
  const broken = {
    ...folderEntry('tiny', []),
    createReader: () => ({
      readEntries: (_: unknown, fail: (error: unknown) => void) => fail(new DOMException('gone')),
    }),
  };
  await expect(droppedFiles(dropped([broken]))).rejects.toThrow('gone');
});

test('handles are taken where the browser gives them', async () => {
  const handle = { kind: 'file', name: 'tiny.gguf', getFile: () => Promise.resolve(file('tiny.gguf')) };
  const items = [{ getAsFileSystemHandle: () => Promise.resolve(handle as unknown as FileSystemHandle) }];
  const [found] = await droppedFiles({ items, files: [file('tiny.gguf')] });
  expect(found?.handle).toBe(handle);
});
