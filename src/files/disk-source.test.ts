import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskSource } from './disk-source';
import { openFile } from './source';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is read by parts', async () => {
  writeFileSync(join(folder, 'a'), '0123456789');
  const file = await openFile(diskSource(folder), 'a');
  expect(file.size).toBe(10);
  expect(new TextDecoder().decode(await file.read(3, 6))).toBe('345');
  expect(await file.read(10, 10)).toHaveLength(0);
});

test('one that is absent is named, and so is one that goes or shrinks later', async () => {
  const source = diskSource(folder);
  const missing = { code: 'file/missing', params: { path: 'b' } };
  await expect(openFile(source, 'b')).rejects.toMatchObject(missing);
  writeFileSync(join(folder, 'b'), '0123456789');
  const file = await openFile(source, 'b');
  truncateSync(join(folder, 'b'), 4);
  await expect(file.read(2, 8)).rejects.toMatchObject({ params: { expected: '10 bytes', got: '4' } });
  rmSync(join(folder, 'b'));
  await expect(file.read(2, 8)).rejects.toMatchObject(missing);
});
