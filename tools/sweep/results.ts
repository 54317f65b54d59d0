/** The finished runs of a sweep: a file each, complete or not there, by what decides its figures. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../src/base/hash';
import { SHIPPED } from '../lab/node-lab';
import type { Options } from '../unlearn/options';
import type { Result } from '../unlearn/result';
import type { Config } from '../unlearn/settings-file';
import { hashOf, loadDataset } from '../../src/lab/dataset';
import { diskSource } from '../../src/files/disk-source';
import { openModelFiles } from '../../src/files/load-model-files';

export class Results {
  constructor(
    private readonly folder: string,
    private readonly what: string,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** null: it was not run yet. */
  read(config: Config): Result | null {
    const path = this.#pathOf(config);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Result) : null;
  }

  write(config: Config, result: Result): void {
    writeWhole(this.#pathOf(config), `${JSON.stringify(result, null, 1)}\n`);
  }

  #pathOf({ name, settings }: Config): string {
    return join(this.folder, `${contentHash(this.what, name, JSON.stringify(settings)).slice(0, 16)}.json`);
  }
}

/** What all runs of a sweep have in common: another model, text, split or device has other results. */
export async function subjectOf({ folders, split, backend, text, evaluate, runs }: Options): Promise<string> {
  const source = diskSource(SHIPPED);
  const world = hashOf(await loadDataset(source, folders.world, split));
  const { hash } = await openModelFiles(source, folders.model);
  return JSON.stringify([hash, world, split, backend, text, runs[0] && evaluate(runs[0].settings)]);
}

/** In one step, so that it is never there in part. */
export function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}
