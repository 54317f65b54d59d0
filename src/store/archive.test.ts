import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readArchive, writeArchive } from './archive';

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
    ['no zip', strToU8('hello'), 'a zip file'],
    ['cut off', writeArchive({ name: '', entries }).slice(0, 200), 'a zip file'],
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
});
