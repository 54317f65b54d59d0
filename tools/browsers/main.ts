/**
 * `npm run test:browsers`: the smoke story in Chromium, Firefox and WebKit, with a micro model. Browsers that are missing
 * are installed where that is possible; otherwise it says what is missing, and ends with 2. Options: --only (a part of a
 * browser's name), --shipped (the shipped model, for figures of speed), --json (a file for them).
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { atOnce } from '../../src/base/pool';
import { BuildServer } from '../browser/build-server';
import { builtWith } from '../browser/built-with';
import { browserFlags, ensureBrowser } from '../browser/find';
import { fewQuestions, microWorld, shortTexts } from '../browser/micro-world';
import type { Driver } from './driver';
import { ensureFirefox, ensureLocale, ensureWebKit, Missing } from './installed';
import { openWithPuppeteer } from './puppeteer';
import { tell, type Paces } from './story';
import { openWebKit } from './webkit';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    shipped: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const browsers: Readonly<Record<string, () => Promise<Driver>>> = {
  Chromium: () => openWithPuppeteer('chrome', ensureBrowser(), browserFlags),
  Firefox: () => openWithPuppeteer('firefox', ensureFirefox()),
  'WebKit (C)': () => openWebKit(ensureWebKit(), { LANG: 'C' }),
  // With this one WebKit reports the language "C", which is none.
  'WebKit (C.UTF-8)': () => openWebKit(ensureWebKit(), { LANG: 'C.UTF-8' }),
  'WebKit (en_US.UTF-8)': () => {
    const LOCPATH = mkdtempSync(join(tmpdir(), 'locales-'));
    const places = ensureWebKit();
    ensureLocale('en_US', LOCPATH);
    return openWebKit(places, { LOCPATH, LANG: 'en_US.UTF-8' });
  },
};

/** How many run at the same time: most of a story is waiting. Figures of speed are of one alone. */
const AT_ONCE = values.shipped ? 1 : 2;

/** The exit status if a browser is missing. */
const NOT_RUN = 2;

type Result = { readonly version: string; readonly paces: Paces } | 'failed' | 'not run';

async function result(name: string, dist: string): Promise<Result> {
  const server = new BuildServer(dist);
  let driver: Driver | null = null;
  try {
    driver = (await browsers[name]?.()) ?? null;
    if (!driver) return 'not run';
    console.log(`${name}: ${driver.browser}`);
    const site = { url: await server.start(), stop: () => server.stop() };
    const paces = await tell(driver, site, (line) => console.log(`  ✓ ${name}: ${line}`));
    return { version: driver.browser, paces };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(
      error instanceof Missing ? `test:browsers: ${name} not run: ${why}` : `  ✗ ${name}: ${why}`,
    );
    return error instanceof Missing ? 'not run' : 'failed';
  } finally {
    await driver?.close();
    server.stop();
  }
}

const dist = await builtWith(values.shipped ? shortTexts() : new Map([...microWorld(), ...fewQuestions()]));
const results = new Map<string, Result>();
const wanted = Object.keys(browsers).filter((one) => one.includes(values.only));
await atOnce(wanted, AT_ONCE, async (name) => {
  results.set(name, await result(name, dist));
});

console.log('\nTokens per second of reinforcing, and of unlearning:');
for (const [name, found] of results) {
  const rates =
    typeof found === 'string'
      ? found
      : Object.values(found.paces).map(({ tokensPerSecond }) => tokensPerSecond ?? 'not seen').join(', '); // prettier-ignore
  console.log(`  ${name}: ${rates}`);
}
const count = (kind: string): number => [...results.values()].filter((one) => one === kind).length;
const [failed, notRun] = [count('failed'), count('not run')];
console.log(`${results.size - failed - notRun} passed, ${failed} failed, ${notRun} not run`);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify(Object.fromEntries(results), null, 2)}\n`);
if (notRun > 0) console.error('test:browsers: not every browser was run, so this is not a pass: see above.');
if (results.size === 0) console.error(`test:browsers: no browser’s name contains "${values.only}"`);
process.exit(failed > 0 || results.size === 0 ? 1 : notRun > 0 ? NOT_RUN : 0);
