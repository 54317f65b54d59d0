/** Micro models as users have them on disk: folders as Hugging Face lays them out, and a GGUF file. */
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeContainer, type StoredTensor } from '../../src/files/tensor-container';
import { microChat, microFiles } from '../../src/lab/micro-lab';
import { microShards } from '../../src/lab/micro-shards';
import { microConfig, microWeights } from '../../src/model/micro';

export const microGguf = readFileSync(new URL('../../src/files/gguf/fixtures/micro.gguf', import.meta.url));

/** The upper halves of f32. */
const inBfloat16 = new Map(
  [...microWeights(microConfig)].map(([name, { shape, data }]): [string, StoredTensor] => [
    name,
    {
      dtype: 'BF16',
      shape,
      data: Uint16Array.from(new Uint32Array(data.slice().buffer), (bits) => bits >>> 16),
    },
  ]),
);

const bytesOf = (file: unknown): Uint8Array =>
  file instanceof Uint8Array ? file : new TextEncoder().encode(JSON.stringify(file));

/** The files of a model in a folder, by name. */
function folder(changes: Readonly<Record<string, unknown>> = {}): Map<string, Uint8Array> {
  return new Map(
    Object.entries({ ...microFiles, ...changes }).flatMap(([path, file]) =>
      path.startsWith('m/') && file !== undefined ? [[path.slice(2), bytesOf(file)]] : [],
    ),
  );
}

export const microFolders = {
  /** one file in F32 */
  plain: folder(),
  /** one file in BF16 */
  halved: folder({ 'm/model.safetensors': writeContainer({ metadata: {}, tensors: inBfloat16 }) }),
  /** with a chat template */
  chat: folder({ 'm/tokenizer_config.json': microChat }),
  /** two files with an index, in F32 and F64 */
  sharded: folder(microShards),
} as const;

export interface OnDisk {
  /** the path of each folder, and of the GGUF file */
  readonly paths: Readonly<Record<keyof typeof microFolders | 'gguf', string>>;
  readonly remove: () => void;
}

/** Writes all of them into a folder of the system for temporary files. */
export function writeCheckpoints(): OnDisk {
  const above = mkdtempSync(join(tmpdir(), 'lethe-models-'));
  const write = (name: keyof typeof microFolders): string => {
    const path = join(above, name);
    mkdirSync(path);
    for (const [file, bytes] of microFolders[name]) writeFileSync(join(path, file), bytes);
    return path;
  };
  const paths = {
    plain: write('plain'),
    halved: write('halved'),
    chat: write('chat'),
    sharded: write('sharded'),
    gguf: join(above, 'micro.gguf'),
  };
  writeFileSync(paths.gguf, microGguf);
  return { paths, remove: () => rmSync(above, { recursive: true }) };
}
