/** A project as one zip file: project.json and, beside it, each array of numbers or bytes as it is in memory. */
import { strToU8, zipSync } from 'fflate';
import { parseJson } from '../base/json';
import { v, validate } from '../base/schema';
import type { Refuse } from './archive-directory';
import { seal } from './archive-seal';
import { unpack } from './archive-unpack';
import { fail } from './errors';
import type { Entries } from './projects';

const FORMAT = 'lethe-project';
const VERSION = 1;
const MAIN = 'project.json';
/** Most bytes, packed or not: a project of the shipped model has about thirty megabytes. */
export const MOST_BYTES = 512 * 2 ** 20;
/** Most bytes of project.json, which becomes one string. */
const MOST_JSON = 256 * 2 ** 20;
/** Most characters of a name. */
const MOST_NAME = 10_000;
/** What a project may contain. */
const KEYS = /^(page|run|runs|review)\/\P{Cc}{1,400}$/u;

const arrays = { Float32Array, Uint8Array } as const;
type ArrayName = keyof typeof arrays;

/** An array's place in project.json. */
const reference = v.strictObject({ $file: v.string(), type: v.picklist(['Float32Array', 'Uint8Array']) });

const main = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  name: v.pipe(v.string(), v.maxLength(MOST_NAME)),
  entries: v.record(v.pipe(v.string(), v.regex(KEYS)), v.unknown()),
});

export interface Archive {
  readonly name: string;
  readonly entries: Entries;
}

export function writeArchive({ name, entries }: Archive): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  const put = (type: ArrayName, array: Float32Array | Uint8Array): v.InferOutput<typeof reference> => {
    const $file = `data/${Object.keys(files).length}.bin`;
    files[$file] = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    return { $file, type };
  };
  const plain = (value: unknown): unknown => {
    if (value instanceof Float32Array) return put('Float32Array', value);
    if (value instanceof Uint8Array) return put('Uint8Array', value);
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  };
  const content = { format: FORMAT, version: VERSION, name, entries: plain(entries) };
  return seal(zipSync({ [MAIN]: strToU8(JSON.stringify(content, null, 1)), ...files }));
}

/** @throws LetheError project/invalid */
export function readArchive(file: string, bytes: Uint8Array): Archive {
  const refuse: Refuse = (expected, got) => fail('project/invalid', { file, expected, got });
  const files = unpack(bytes, MOST_BYTES, refuse);
  const text = files.get(MAIN) ?? refuse(`a ${MAIN} in it`, 'none');
  const content = parseJson(decode(text, refuse), (expected, got) => refuse(`${expected} in ${MAIN}`, got));
  const { name, entries } = validate(main, content, ({ field, expected, got }) =>
    refuse(`${field} to be ${expected}`, got),
  );
  const whole = (value: unknown): unknown => {
    const found = v.safeParse(reference, value);
    if (found.success) return takeArray(files, found.output, refuse);
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, whole(inner)]));
  };
  return {
    name,
    entries: Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, whole(value)])),
  };
}

function decode(bytes: Uint8Array, refuse: Refuse): string {
  if (bytes.length > MOST_JSON)
    refuse(`a ${MAIN} of at most ${MOST_JSON / 2 ** 20} MB`, `${Math.ceil(bytes.length / 2 ** 20)} MB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(`${MAIN} in UTF-8`, 'another encoding');
  }
}

/** Takes the array out of `files`: each belongs to one place, so that many places cannot share a large one. */
function takeArray(
  files: Map<string, Uint8Array>,
  { $file, type }: v.InferOutput<typeof reference>,
  refuse: Refuse,
): Float32Array | Uint8Array {
  const bytes = files.get($file) ?? refuse(`a ${$file} of its own for every array`, 'none');
  files.delete($file);
  const Kind = arrays[type];
  if (bytes.length % Kind.BYTES_PER_ELEMENT !== 0) refuse(`a whole ${$file}`, `${bytes.length} bytes`);
  return new Kind(bytes.slice().buffer); // a copy is aligned for any kind of array
}
