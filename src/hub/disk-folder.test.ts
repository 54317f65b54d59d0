import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskFolder } from './disk-folder';

let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'lethe-disk-folder-'));
});
afterEach(() => rmSync(path, { recursive: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

test('a file lies under another name until it is finished', async () => {
  const folder = diskFolder(path);
  await folder.append('onnx/m.bin', bytes('12'), 'tag');
  await folder.append('onnx/m.bin', bytes('3'), 'tag');
  expect(await diskFolder(path).kept('onnx/m.bin')).toEqual({ bytes: 3, tag: 'tag', isWhole: false });
  expect(readdirSync(join(path, 'onnx')).sort()).toEqual(['m.bin.part', 'm.bin.tag']);
  await folder.finish('onnx/m.bin');
  expect(readdirSync(join(path, 'onnx'))).toEqual(['m.bin']);
  expect(readFileSync(join(path, 'onnx/m.bin'), 'utf8')).toBe('123');
  expect(await folder.kept('onnx/m.bin')).toEqual({ bytes: 3, tag: null, isWhole: true });
  const pieces: string[] = [];
  for await (const piece of folder.pieces('onnx/m.bin')) pieces.push(new TextDecoder().decode(piece));
  expect(pieces).toEqual(['123']);
  await folder.remove('onnx/m.bin');
  expect(await folder.kept('onnx/m.bin')).toEqual({ bytes: 0, tag: null, isWhole: false });
});

test('nothing is kept of a file that never came, and an empty one can be finished', async () => {
  const folder = diskFolder(path);
  const pieces: Uint8Array[] = [];
  for await (const piece of folder.pieces('none')) pieces.push(piece);
  expect(pieces).toEqual([]);
  await folder.remove('none');
  await folder.finish('empty');
  expect(await folder.kept('empty')).toEqual({ bytes: 0, tag: null, isWhole: true });
});
