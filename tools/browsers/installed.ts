/**
 * Finds Firefox, WebKit and the locales they run in, or installs them by apt: as root, and on machines for continuous
 * integration also by sudo. Says what to do where it cannot.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WebKitPlaces } from './webkit';

/** Something is not on this machine, and could not be installed. The message says how to get it. */
export class Missing extends Error {}

/** The first of the paths that exists, after installing the packages if none does. @throws Missing */
function ensure(what: string, packages: readonly string[], candidates: () => readonly string[]): string {
  const find = (): string | undefined => candidates().find((path) => existsSync(path));
  const found = find() ?? (install(packages), find());
  if (found !== undefined) return found;
  throw new Missing(
    `found no ${what} and could not install it. On Debian, as root: apt-get install ${packages.join(' ')}`,
  );
}

/** Minutes that apt may take: a mirror that does not answer must not hold up the tests. */
const APT_MINUTES = 5;

function install(packages: readonly string[]): void {
  const root = asRoot();
  if (!root || !existsSync('/usr/bin/apt-get')) return;
  console.log(`> apt-get install ${packages.join(' ')}`);
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const [program = '', ...rest] = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'], timeout: APT_MINUTES * 60_000 });
  }
}

/** What to put before a command that needs root; null if it cannot be had. */
function asRoot(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  const isFree = process.env.CI !== undefined && spawnSync('sudo', ['-n', 'true']).status === 0;
  return isFree ? ['sudo', '-n'] : null;
}

export const ensureFirefox = (): string =>
  ensure('Firefox', ['firefox-esr'], () => ['/usr/bin/firefox-esr', '/usr/bin/firefox']);

const webkit = ['webkit2gtk-driver', 'xvfb', 'xauth', 'locales'];

export function ensureWebKit(): WebKitPlaces {
  return {
    driver: ensure('WebKit', webkit, () => ['/usr/bin/WebKitWebDriver']),
    display: ensure('virtual display', webkit, () => ['/usr/bin/xvfb-run']),
    browser: ensure('MiniBrowser of WebKit', webkit, miniBrowsers),
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

/**
 * Compiles a locale such as "en_US" into `folder`, for the variable LOCPATH: few test machines have more than C, which
 * the C library then uses without a word. @throws Missing
 */
export function ensureLocale(language: string, folder: string): void {
  ensure(`definition of the locale ${language}`, webkit, () => [`/usr/share/i18n/locales/${language}`]);
  const args = ['-i', language, '-f', 'UTF-8', join(folder, `${language}.UTF-8`)];
  const { status, stderr } = spawnSync('localedef', args, { encoding: 'utf8' });
  if (status !== 0) throw new Missing(`could not compile the locale ${language}: ${stderr}`);
}
