/** A build of the page for a run: with a page that runs it beside the product's, and with the model and the texts. */
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import type { Options } from './options';
import { TEXTS, textFiles, textSource } from './texts';

interface Built {
  /** its folder */
  readonly dist: string;
  /** inside the folder */
  readonly page: string;
  readonly model: string;
  readonly world: string;
}

/** `path`: of the model, which is linked, not copied. */
export async function builtWithModel(path: string, files: Options['files']): Promise<Built> {
  const dist = mkdtempSync(join(tmpdir(), 'lethe-real-'));
  const page = 'tools/real/page/index.html';
  await build({
    build: { outDir: dist, rolldownOptions: { input: ['index.html', page] } },
    logLevel: 'error',
  });
  const model = `models/real/${basename(path)}`;
  mkdirSync(join(dist, model, '..'), { recursive: true });
  symlinkSync(resolve(path), join(dist, model));
  const world = 'worlds/real';
  mkdirSync(join(dist, world));
  const source = textSource(files);
  for (const name of textFiles) writeFileSync(join(dist, world, name), await source.read(`${TEXTS}/${name}`));
  return { dist, page, model, world };
}
