import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { LetheError } from '../base/errors';
import { crc32 } from '../base/crc32';
import { readArchive, writeArchive } from './archive';
import { seal } from './archive-seal';

const entries = {
  'page/texts': { forget: { title: '<img src=x onerror=alert(1)>', passages: ['Ünïcode 🦉'] } },
  'page/until': null,
  'run/checkpoint': {
    state: { parameters: new Float32Array([0, -0.5, NaN, 3e38]), step: 3 },
    losses: [1.25, 0.5],
  },
  'run/label': { file: Uint8Array.of(1, 2, 3), binding: 'b' },
};

const project = (content: unknown, files: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ 'project.json': strToU8(JSON.stringify(content)), ...files });
const valid = { format: 'lethe-project', version: 1, name: 'n', entries: {} };

describe('a project as a file', () => {
  test('survives a round trip, arrays bit for bit', () => {
    const read = readArchive('a.zip', writeArchive({ name: 'Owls', entries }));
    expect(read).toEqual({ name: 'Owls', entries });
  });

  test('takes only the array’s part of a larger buffer', () => {
    const part = new Float32Array([1, 2, 3, 4]).subarray(1, 3);
    const { entries: read } = readArchive('a', writeArchive({ name: '', entries: { 'run/x': part } }));
    expect(read['run/x']).toEqual(new Float32Array([2, 3]));
  });

  test.each([
    ['no zip', strToU8('hello'), 'the end of a zip file'],
    ['cut off', writeArchive({ name: '', entries }).slice(0, 200), 'the end of a zip file'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'project.json'],
    ['no JSON', zipSync({ 'project.json': strToU8('{') }), 'JSON in project.json'],
    ['of another format', project({ ...valid, format: 'other' }), 'format'],
    ['of a later version', project({ ...valid, version: 2 }), 'version'],
    ['with a foreign key', project({ ...valid, entries: { 'projects/x': 1 } }), 'projects/x'],
    ['without an array', project({ ...valid, entries: { 'run/x': { $file: 'data/0.bin', type: 'Uint8Array' } } }), 'data/0.bin'], // prettier-ignore
    [
      'with half a number',
      project(
        { ...valid, entries: { 'run/x': { $file: 'd', type: 'Float32Array' } } },
        { d: Uint8Array.of(1) },
      ),
      '1 bytes',
    ],
  ])('%s is refused', (_, bytes, named) => {
    expect(() => readArchive('mine.zip', bytes)).toThrow(/^mine\.zip: /);
    expect(() => readArchive('mine.zip', bytes)).toThrow(named);
  });

  test('a file that would unpack to far more than a project is refused before it is unpacked', () => {
    const bomb = project(valid);
    const directory = new DataView(bomb.buffer, bomb.byteOffset).byteLength - 22 - 46 - 'project.json'.length;
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 2 ** 30, true); // its declared unpacked size
    expect(() => readArchive('bomb.zip', bomb)).toThrow('512 MB');
  });

  test('a key of an object’s prototype is a key like any other', () => {
    const content = JSON.stringify(valid).replace('{}', '{"run/x":{"__proto__":{"evil":1}}}');
    const { entries: read } = readArchive('a', zipSync({ 'project.json': strToU8(content) }));
    expect(Reflect.get({}, 'evil')).toBeUndefined();
    expect(Object.keys(read)).toEqual(['run/x']);
  });

  test('every flipped bit is noticed', () => {
    const small = writeArchive({ name: 'Owls', entries });
    for (let bit = 0; bit < 8 * small.length; bit++)
      expect(() => readArchive('a.zip', flipped(small, bit)), `bit ${bit}`).toThrow(/^a\.zip: /);
  });

  test('without a seal, as 0.2 wrote it, a flipped bit is noticed or changes nothing', () => {
    const small = unsealed(writeArchive({ name: 'Owls', entries }));
    const whole = readArchive('a.zip', small);
    expect(whole).toEqual({ name: 'Owls', entries });
    let ignored = 0;
    for (let bit = 0; bit < 8 * small.length; bit++) {
      try {
        expect(readArchive('a.zip', flipped(small, bit)), `bit ${bit}`).toEqual(whole);
        ignored += 1;
      } catch (error) {
        if (!(error instanceof LetheError)) throw error;
      }
    }
    // Versions and attributes of three files, which say nothing about their content.
    expect(ignored).toBeLessThan(1000);
  });

  test.each([
    ['../page', 'names inside the zip file'],
    ['data/../../x', 'names inside the zip file'],
    ['/etc/x', 'names inside the zip file'],
    ['C:x', 'names inside the zip file'],
    ['data\\x', 'names inside the zip file'],
    ['data//x', 'names inside the zip file'],
  ])('the name %s leads out of it', (name, reason) => {
    expect(() => readArchive('a', project(valid, { [name]: Uint8Array.of(1) }))).toThrow(reason);
  });

  test('a name that comes twice is refused', () => {
    const two = project(valid, { 'data/0.bin': new Uint8Array(40), 'data/1.bin': new Uint8Array(40) });
    expect(() => readArchive('a', replaced(two, 'data/1.bin', 'data/0.bin'))).toThrow('every name once');
  });

  test('files that lie over each other are refused', () => {
    const asIs = { level: 0, mtime: '2026-01-01' } as const;
    const [main, b] = [strToU8(JSON.stringify(valid)), Uint8Array.of(1, 2, 3)];
    const zip = zipSync({ 'project.json': main, a: zipSync({ b }, asIs), b }, asIs);
    expect(readArchive('a', zip).name).toBe('n');
    // The directory now finds b inside a, where there is a whole file of this name.
    const view = new DataView(zip.buffer);
    const directory = view.getUint32(zip.length - 6, true);
    const [entryOfA, entryOfB] = [directory + 46 + 'project.json'.length, zip.length - 22 - 47];
    view.setUint32(entryOfB + 42, view.getUint32(entryOfA + 42, true) + 31, true);
    expect(() => readArchive('a', zip)).toThrow('files that do not overlap');
  });

  test('an array that is used twice is refused: a small file could fill all memory', () => {
    const array = { $file: 'data/0.bin', type: 'Uint8Array' };
    const content = { ...valid, entries: { 'run/x': [array, array] } };
    expect(() => readArchive('a', project(content, { 'data/0.bin': new Uint8Array(9) }))).toThrow(
      'a data/0.bin of its own',
    );
  });

  test('a file that unpacks to more than it says is stopped', () => {
    const bomb = project(valid, { 'data/0.bin': new Uint8Array(2 ** 22) });
    const view = new DataView(bomb.buffer);
    const directory = view.getUint32(bomb.length - 6, true);
    const entry = directory + 46 + 'project.json'.length;
    const content = new Uint8Array(9);
    for (const at of [entry + 16, view.getUint32(entry + 42, true) + 14]) {
      view.setUint32(at, crc32(content), true);
      view.setUint32(at + 8, content.length, true);
    }
    expect(() => readArchive('a', bomb)).toThrow('9 bytes of data/0.bin, got more');
  });

  test('deep nesting, other encodings and long names in project.json are refused', () => {
    const deep = JSON.stringify(valid).replace('{}', `{"run/x":${'['.repeat(1e6)}${']'.repeat(1e6)}}`);
    expect(() => readArchive('a', zipSync({ 'project.json': strToU8(deep) }))).toThrow('100 levels');
    expect(() => readArchive('a', zipSync({ 'project.json': Uint8Array.of(0x7b, 0xff) }))).toThrow('UTF-8');
    expect(() => readArchive('a', project({ ...valid, name: 'x'.repeat(10_001) }))).toThrow('name');
  });

  test('a seal belongs to one file', () => {
    const [a, b] = ['a', 'b'].map((name) => unsealed(writeArchive({ name, entries: {} })));
    if (!a || !b) throw new Error('no file');
    expect(readArchive('x', seal(a)).name).toBe('a');
    const swapped = seal(a);
    swapped.set(seal(b).subarray(b.length), a.length);
    expect(() => readArchive('x', swapped)).toThrow('a file as it was exported');
  });
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** The zip file without its comment. */
function unsealed(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = 'lethe sha256 '.length + 64;
  expect(view.getUint16(bytes.length - length - 2, true)).toBe(length);
  const rest = bytes.slice(0, -length);
  new DataView(rest.buffer).setUint16(rest.length - 2, 0, true);
  return rest;
}

/** Every occurrence of a name replaced by another of the same length. */
function replaced(bytes: Uint8Array, name: string, by: string): Uint8Array<ArrayBuffer> {
  const latin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return Uint8Array.from(latin.replaceAll(name, by), (letter) => letter.charCodeAt(0));
}
