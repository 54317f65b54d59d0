/** A build of the page with other files in place of the shipped ones, such as short texts, whose stages take seconds. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Stand } from './micro-world';

/** Returns the folder of the build. */
export async function builtWith(files: Stand): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'built-with-'));
  const publicDir = join(folder, 'public');
  cpSync('public', publicDir, { recursive: true });
  for (const [path, file] of files) {
    mkdirSync(join(publicDir, path, '..'), { recursive: true });
    writeFileSync(join(publicDir, path), Buffer.isBuffer(file) ? file : JSON.stringify(file));
  }
  const outDir = join(folder, 'dist');
  await build({ publicDir, build: { outDir }, logLevel: 'error' });
  return outDir;
}
