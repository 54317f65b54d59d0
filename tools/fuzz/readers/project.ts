/** Readers of projects: the file, and what it holds. */
import { readFileSync } from 'node:fs';
import { parseJson } from '../../../src/base/json';
import { fail } from '../../../src/files/errors';
import { readArchive, writeArchive } from '../../../src/store/archive';
import { memoryKeyValue } from '../../../src/store/key-value';
import { runSlots } from '../../../src/store/run';
import { SavedRuns } from '../../../src/store/saved-runs';
import { checkProject } from '../../../src/ui/run/projects/check-project';
import { readPage } from '../../../src/ui/run/projects/page-state';
import { textReader, type Reader } from '../reader';

const old = new Uint8Array(readFileSync('src/ui/run/projects/fixtures/project-0.1.lethe.zip'));
const project = readArchive('old', old);

/** Arrays as lists with a name, for JSON. */
const flat = (_: string, value: unknown): unknown =>
  value instanceof Float32Array
    ? { $floats: [...value.slice(0, 20)] }
    : value instanceof Uint8Array
      ? { $bytes: [...value] }
      : value;
const whole = (_: string, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  const { $floats, $bytes } = value as { $floats?: unknown; $bytes?: unknown };
  if (Array.isArray($floats)) return Float32Array.from($floats.map(Number));
  return Array.isArray($bytes) ? Uint8Array.from($bytes.map(Number)) : value;
};

async function open(name: string, bytes: Uint8Array): Promise<void> {
  const { entries } = readArchive(name, bytes);
  checkProject(name, entries);
  const store = memoryKeyValue();
  await store.change({ put: entries });
  await readPage(store);
  await Promise.all(Object.values(runSlots).map((slot) => slot.read(store)));
  await new SavedRuns(store).list();
}

export const projectReaders: readonly Reader[] = [
  {
    name: 'project.lethe.zip',
    seeds: [old, writeArchive(project)],
    read: (bytes) => open('project', bytes),
  },
  textReader('content of a project', [JSON.stringify(project.entries, flat)], (text) => {
    const content = parseJson(text, (expected, got) =>
      fail('file/invalid', { path: 'project', expected, got }),
    );
    const entries: unknown = JSON.parse(JSON.stringify(content), whole);
    return open(
      'project',
      writeArchive({ name: 'a', entries: typeof entries === 'object' ? { ...entries } : {} }),
    );
  }),
];
