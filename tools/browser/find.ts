/**
 * Finds a Chromium for the tests: an installed one, else Playwright's own download, else the system's
 * package manager when run as root. Explains what to do if none of them works.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of an installed browser, or null. `CHROMIUM_PATH` goes first. */
function findBrowser(): string | null {
  const candidates = [process.env.CHROMIUM_PATH ?? '', ...INSTALLED, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

/** Runs a command with its output shown; true if it succeeded within `minutes`. */
function runs(command: string, args: readonly string[], minutes: number): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', timeout: minutes * 60_000 }).status === 0;
}

/** Finds or installs a browser. @throws Error that says what to do if there is no way */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log('No Chromium found; trying to install one.');
  runs(process.platform === 'win32' ? 'npx.cmd' : 'npx', ['playwright', 'install', 'chromium'], 3);
  if (!findBrowser() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    runs('apt-get', ['update', '-qq'], 5);
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], 15);
  }
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error(
    'Expected a Chromium for the browser tests, found none and could not install one. ' +
      'Install Chromium or Google Chrome, or set CHROMIUM_PATH to its executable, and run again.',
  );
}

/** Flags that make headless Chromium quiet, and give it WebGPU through SwiftShader. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];
