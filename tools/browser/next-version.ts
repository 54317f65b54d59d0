/** Makes the next version of a build: a page that says so, and other prompts in the data set. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { integrityOf } from '../site/integrity';

const PAGE = 'index.html';
const PROMPTS = 'worlds/marrowmere/prompts.json';

/** The folder of the next version of the build in `dist`. */
export function nextVersion(dist: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'next-version-'));
  cpSync(dist, folder, { recursive: true });
  const change = (path: string, how: (text: string) => string): string => {
    const text = how(readFileSync(join(folder, path), 'utf8'));
    writeFileSync(join(folder, path), text);
    return text;
  };
  const page = change(PAGE, (html) => html.replace('<html', '<html data-version="two"'));
  const prompts = change(PROMPTS, (json) => json.replace(/"prompt":\s*"[^"]*"/u, '"prompt": "VERSION TWO"'));
  change('offline.worker.js', (script) =>
    [[PAGE, page] as const, [PROMPTS, prompts] as const].reduce((text, [path, content]) => {
      const { length } = text;
      const listed = new RegExp(`\\{[^{}]*"url":"${path}"[^{}]*\\}`, 'u');
      const revision = createHash('md5').update(content).digest('hex');
      const next = text.replace(
        listed,
        JSON.stringify({ url: path, revision, integrity: integrityOf(content) }),
      );
      if (next === text)
        throw new Error(`expected ${path} in the service worker, got ${length} characters without`);
      return next;
    }, script),
  );
  return folder;
}
