/**
 * Makes every script of the built page one that can be fetched again after it failed. The page starts with
 * src/ui/boot.ts, which imports nothing, and its import map lists the hash of each script: the browser then refuses a
 * part of a script, or one of another version, and asks again at the next import. What it had once taken would stay
 * until the page is closed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { integrityOf } from './integrity.ts';

const ASSETS = 'assets';
const BOOT = 'src/ui/boot.ts';

export function fetchAgain(): Plugin {
  let boot = '';
  return {
    name: 'fetch-again',
    apply: 'build',
    buildStart() {
      boot = this.emitFile({ type: 'chunk', id: BOOT, name: 'boot' });
    },
    // Once everything is written: what is hashed is what the browser gets.
    writeBundle({ dir = 'dist' }) {
      const page = resolve(dir, 'index.html');
      const integrity = Object.fromEntries(
        readdirSync(resolve(dir, ASSETS))
          .filter((name) => /\.(?:m?js|css)$/u.test(name))
          .map((name) => [`./${ASSETS}/${name}`, integrityOf(readFileSync(resolve(dir, ASSETS, name)))]),
      );
      const html = withBoot(readFileSync(page, 'utf8'), `./${this.getFileName(boot)}`);
      writeFileSync(page, withMap(html, integrity));
    },
  };
}

function withBoot(html: string, boot: string): string {
  return replaced(
    html,
    /<script type="module"( crossorigin)? src="([^"]+)"><\/script>/u,
    `<script type="module" crossorigin src="${boot}" data-start="$2"></script>\n` +
      '    <link rel="modulepreload" crossorigin href="$2">',
  );
}

/** The map comes before the first script, and the page's policy allows it by its hash. */
function withMap(html: string, integrity: Readonly<Record<string, string>>): string {
  const map = JSON.stringify({ integrity });
  const allowed = replaced(html, /script-src /u, `$&'${integrityOf(map)}' `);
  const placed = replaced(
    allowed,
    /<script type="module"/u,
    `<script type="importmap">${map}</script>\n    $&`,
  );
  return placed.replaceAll(
    / href="(\.\/assets\/[^"]+\.css)"/gu,
    (link, path: string) => `${link} integrity="${integrity[path] ?? ''}"`,
  );
}

function replaced(html: string, found: RegExp, by: string): string {
  if (!found.test(html)) throw new Error(`expected ${String(found)} in index.html`);
  return html.replace(found, by);
}
