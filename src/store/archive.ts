/** A project as one zip file: project.json and, beside it, each array of numbers or bytes as it is in memory. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { fail } from './errors';
import { validate, v } from '../base/schema';
import type { Entries } from './projects';

const FORMAT = 'lethe-project';
const VERSION = 1;
const MAIN = 'project.json';
/** Most bytes when unpacked: a project of the shipped model has about thirty megabytes. */
const MOST = 512 * 2 ** 20;
/** What a project may contain. */
const KEYS = /^(page|run|runs|review)\/\P{Cc}{1,400}$/u;

const arrays = { Float32Array, Uint8Array } as const;
type ArrayName = keyof typeof arrays;

/** An array's place in project.json. */
const reference = v.strictObject({ $file: v.string(), type: v.picklist(['Float32Array', 'Uint8Array']) });

const main = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  name: v.string(),
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
  return new Uint8Array(zipSync({ [MAIN]: strToU8(JSON.stringify(content, null, 1)), ...files }));
}

/** @throws LetheError project/invalid */
export function readArchive(file: string, bytes: Uint8Array): Archive {
  const files = unpacked(file, bytes);
  const text = files[MAIN];
  if (!text) return fail('project/invalid', { file, expected: `a ${MAIN} in it`, got: 'none' });
  const { name, entries } = validate(main, parsed(file, strFromU8(text)), ({ field, expected, got }) =>
    fail('project/invalid', { file, expected: `${field} to be ${expected}`, got }),
  );
  const whole = (value: unknown): unknown => {
    const found = v.safeParse(reference, value);
    if (found.success) return arrayOf(file, files, found.output);
    if (Array.isArray(value)) return value.map(whole);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, whole(inner)]));
  };
  return {
    name,
    entries: Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, whole(value)])),
  };
}

function unpacked(file: string, bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  const filter = ({ originalSize }: { originalSize: number }): boolean => {
    size += originalSize;
    if (size > MOST) throw new Error(`more than ${MOST / 2 ** 20} MB when unpacked`);
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    const got = error instanceof Error ? error.message : 'something else';
    return fail('project/invalid', { file, expected: 'a zip file that Lethe wrote', got }, error);
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return fail('project/invalid', { file, expected: `JSON in ${MAIN}`, got: text.slice(0, 40) }, error);
  }
}

function arrayOf(
  file: string,
  files: Readonly<Record<string, Uint8Array>>,
  { $file, type }: v.InferOutput<typeof reference>,
): Float32Array | Uint8Array {
  const bytes = files[$file];
  const Kind = arrays[type];
  if (!bytes || bytes.length % Kind.BYTES_PER_ELEMENT !== 0)
    return fail('project/invalid', {
      file,
      expected: `a whole ${$file}`,
      got: bytes ? `${bytes.length} bytes` : 'none',
    });
  return new Kind(bytes.slice().buffer); // a copy is aligned for any kind of array
}
