/** Finds Firefox and WebKit, or installs them by apt as root. Says what to do where it cannot. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WebKitPlaces } from './webkit';

/** The first of the paths that exists, after installing the packages if none does. @throws Error with the remedy */
function ensure(what: string, packages: readonly string[], candidates: () => readonly string[]): string {
  const find = (): string | undefined => candidates().find((path) => existsSync(path));
  if (find() === undefined && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    ])
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
  }
  const found = find();
  if (found !== undefined) return found;
  throw new Error(
    `Expected ${what} for the tests of other browsers, found none and could not install it. ` +
      `On Debian, as root: apt-get install ${packages.join(' ')}`,
  );
}

export const ensureFirefox = (): string =>
  ensure('Firefox', ['firefox-esr'], () => ['/usr/bin/firefox-esr', '/usr/bin/firefox']);

const webkit = ['webkit2gtk-driver', 'xvfb', 'xauth'];

export function ensureWebKit(): WebKitPlaces {
  return {
    driver: ensure('WebKit', webkit, () => ['/usr/bin/WebKitWebDriver']),
    display: ensure('a virtual display', webkit, () => ['/usr/bin/xvfb-run']),
    browser: ensure('the MiniBrowser of WebKit', webkit, miniBrowsers),
  };
}

/** The folder is named for the machine and the version. */
function miniBrowsers(): string[] {
  return readdirSync('/usr/lib', { withFileTypes: true })
    .filter((folder) => folder.isDirectory() && folder.name.includes('-linux-'))
    .flatMap(({ name }) => readdirSync(join('/usr/lib', name)).map((inner) => join('/usr/lib', name, inner)))
    .filter((path) => path.includes('/webkit2gtk-'))
    .map((path) => join(path, 'MiniBrowser'));
}
