/** A build of the page with short texts, whose stages take seconds. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { fewQuestions, microWorld, shortTexts } from '../browser/micro-world';

/** `isShipped`: with the shipped model instead of a micro one. Returns the folder of the build. */
export async function builtWithShortTexts(isShipped: boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'short-texts-'));
  const publicDir = join(folder, 'public');
  cpSync('public', publicDir, { recursive: true });
  const files = isShipped ? shortTexts() : new Map([...microWorld(), ...fewQuestions()]);
  for (const [path, file] of files) {
    mkdirSync(join(publicDir, path, '..'), { recursive: true });
    writeFileSync(join(publicDir, path), Buffer.isBuffer(file) ? file : JSON.stringify(file));
  }
  const outDir = join(folder, 'dist');
  await build({ publicDir, build: { outDir }, logLevel: 'error' });
  return outDir;
}
