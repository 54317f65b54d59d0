import { expect, test } from 'vitest';
import { memoryKeyValue } from './key-value';
import { memoryFolder } from './memory-folder';
import { PieceFolder } from './piece-folder';

const bytes = (text: string) => new TextEncoder().encode(text);

for (const where of ['the file system', 'the database'] as const) {
  const made = () => {
    const store = memoryKeyValue();
    const files = new Map<string, Blob>();
    const folder = where === 'the database' ? null : memoryFolder(files);
    return { store, files, open: (id = 'ab') => new PieceFolder(store, folder, id) };
  };

  test(`in ${where}, pieces of a file outlive the visit and are one file in the end`, async () => {
    const { open } = made();
    expect(await open().kept('a/b.bin')).toEqual({ bytes: 0, tag: null, isWhole: false });
    await open().append('a/b.bin', bytes('123'), 'first');
    await open().append('a/b.bin', bytes('45'), 'second');
    expect(await open().kept('a/b.bin')).toEqual({ bytes: 5, tag: 'second', isWhole: false });
    const pieces: string[] = [];
    for await (const piece of open().pieces('a/b.bin')) pieces.push(new TextDecoder().decode(piece));
    expect(pieces).toEqual(['123', '45']);
    expect(await open().file('a/b.bin')).toBeNull();
    await open().finish('a/b.bin');
    expect(await (await open().file('a/b.bin'))?.text()).toBe('12345');
  });

  test(`in ${where}, a file and a whole folder are removed, others stay`, async () => {
    const { store, files, open } = made();
    for (const name of ['x', 'y']) await open().append(name, bytes(name), null);
    await open('other').append('x', bytes('z'), null);
    await open().remove('x');
    expect([(await open().kept('x')).bytes, (await open().kept('y')).bytes]).toEqual([0, 1]);
    await open().clear();
    expect((await open().kept('y')).bytes).toBe(0);
    expect((await open('other').kept('x')).bytes).toBe(1);
    await open('other').clear();
    expect([await store.keys(''), files.size]).toEqual([[], 0]);
  });
}

test('a piece that the browser has lost is never passed over', async () => {
  const files = new Map<string, Blob>();
  const folder = new PieceFolder(memoryKeyValue(), memoryFolder(files), 'ab');
  for (const text of ['12', '34', '56']) await folder.append('f', bytes(text), null);
  await folder.finish('f');
  files.delete('ab/f.1');
  expect(await folder.file('f')).toBeNull();
  const pieces: number[] = [];
  for await (const piece of folder.pieces('f')) pieces.push(piece.length);
  expect(pieces).toEqual([2]);
});

test('what the database kept is found where there is a file system later', async () => {
  const store = memoryKeyValue();
  const before = new PieceFolder(store, null, 'ab');
  await before.append('f', bytes('12'), null);
  const later = new PieceFolder(store, memoryFolder(new Map()), 'ab');
  await later.append('f', bytes('34'), null);
  await later.finish('f');
  expect(await (await later.file('f'))?.text()).toBe('1234');
});
