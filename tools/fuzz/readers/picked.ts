/** Models that a user picks from disk: their files, and their names. */
import { readFileSync } from 'node:fs';
import { modelAmong, type PickedFile } from '../../../src/files/picked-model';
import { microFiles } from '../../../src/lab/micro-lab';
import { microShards } from '../../../src/lab/micro-shards';
import { defaultSettings } from '../../../src/methods/settings';
import { inspect, type PickedOnDisk } from '../../../src/ui/run/own/inspect';
import { textReader, type Reader } from '../reader';
import { bytesOf } from './memory-source';

const picked = (name: string, bytes: Uint8Array, folders: readonly string[] = []): PickedOnDisk => ({
  name,
  folders,
  file: new Blob([Uint8Array.from(bytes)]),
});

/** The folder of a model in shards, as it is picked. */
const folder = Object.entries({ ...microFiles, ...microShards }).flatMap(([path, file]) =>
  path.startsWith('m/') && file !== undefined ? [picked(path.slice(2), bytesOf(file), ['m'])] : [],
);

/** One of the picked files is damaged. */
const pickedFile = (name: string): Reader => ({
  name: `${name}, picked`,
  seeds: [bytesOf({ ...microFiles, ...microShards }[`m/${name}`])],
  read: (bytes) =>
    inspect(
      folder.map((one) => (one.name === name ? picked(name, bytes, one.folders) : one)),
      defaultSettings,
    ),
});

const names = ['config.json', 'tokenizer.json', 'model.safetensors.index.json', 'a.gguf', 'b.GGUF', ''];

export const pickedReaders: readonly Reader[] = [
  ...folder.map(({ name }) => pickedFile(name)),
  {
    name: 'a GGUF file, picked',
    seeds: [new Uint8Array(readFileSync('src/files/gguf/fixtures/micro.gguf'))],
    read: (bytes) => inspect([picked('tiny.gguf', bytes)], defaultSettings),
  },
  // One path on each line, as browsers give names.
  textReader(
    'names of picked files',
    [names.join('\n'), names.map((name) => `m/${name}`).join('\n')],
    (text) =>
      modelAmong(
        text.split('\n').map((path): PickedFile => {
          const parts = path.split('/');
          return { name: parts.at(-1) ?? '', folders: parts.slice(0, -1) };
        }),
      ),
  ),
];
