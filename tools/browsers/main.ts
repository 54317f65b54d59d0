/**
 * `npm run test:browsers`: the smoke story in Chromium, Firefox and WebKit, with a micro model. Options: --only (a part of
 * a browser's name).
 */
import { mkdtempSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { BuildServer } from '../browser/build-server';
import { browserFlags, ensureBrowser } from '../browser/find';
import { fewQuestions, microWorld } from '../browser/micro-world';
import type { Driver } from './driver';
import { ensureFirefox, ensureWebKit } from './installed';
import { openWithPuppeteer } from './puppeteer';
import { tell } from './story';
import { openWebKit } from './webkit';

/** Builds the page with the micro model and its short texts in place of the shipped ones; the folder of the build. */
async function builtWithMicroWorld(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'micro-world-'));
  const publicDir = join(folder, 'public');
  cpSync('public', publicDir, { recursive: true });
  for (const [path, file] of new Map([...microWorld(), ...fewQuestions()])) {
    mkdirSync(join(publicDir, path, '..'), { recursive: true });
    writeFileSync(join(publicDir, path), Buffer.isBuffer(file) ? file : JSON.stringify(file));
  }
  const outDir = join(folder, 'dist');
  await build({ publicDir, build: { outDir }, logLevel: 'error' });
  return outDir;
}

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

const browsers: Readonly<Record<string, () => Promise<Driver>>> = {
  Chromium: () => openWithPuppeteer('chrome', ensureBrowser(), browserFlags),
  Firefox: () => openWithPuppeteer('firefox', ensureFirefox()),
  // Locales that every Debian has; with one that is not installed, WebKit would fall back to C.
  'WebKit (C)': () => openWebKit(ensureWebKit(), 'C'),
  'WebKit (C.UTF-8)': () => openWebKit(ensureWebKit(), 'C.UTF-8'),
};

const dist = await builtWithMicroWorld();
let failed = 0;
const chosen = Object.entries(browsers).filter(([name]) => name.includes(values.only));
for (const [name, open] of chosen) {
  const server = new BuildServer(dist);
  const url = await server.start();
  let driver: Driver | null = null;
  try {
    driver = await open();
    console.log(`\n${name}: ${driver.browser}`);
    await tell(driver, { url, stop: () => server.stop() }, (line) => console.log(`  ✓ ${line}`));
  } catch (error) {
    failed++;
    console.error(`  ✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await driver?.close();
    server.stop();
  }
}
console.log(`\n${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
process.exit();
