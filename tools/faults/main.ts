/**
 * `npm run faults`: what happens when files fail. During a visit that uses all of the page, the first request for every
 * file after the first script fails in one way, with and without the service worker: does the visit succeed without a
 * reload? Prints a table. With `--each`, one visit for every file (hours); `--only`: files whose path contains this.
 */
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { BuildServer, faults, type Fault } from '../browser/build-server';
import { browserFlags, ensureBrowser } from '../browser/find';
import { failOnce } from './fail-once';
import { visit } from './visit';

const { values } = parseArgs({
  options: { each: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});

interface Outcome {
  /** files whose first request failed */
  readonly failed: readonly string[];
  /** null: the visit succeeded */
  readonly problem: string | null;
}

async function visited(
  browser: Browser,
  serviceWorkers: 'allow' | 'block',
  fault: Fault | null,
  isMeant: (path: string) => boolean,
): Promise<Outcome> {
  const server = new BuildServer('dist');
  const failed = failOnce(server, fault, isMeant);
  const context = await browser.newContext({ serviceWorkers });
  const page = await context.newPage();
  let loads = 0;
  page.on('load', () => (loads += 1));
  let problem: string | null = null;
  try {
    await visit(page, await server.start());
    if (loads !== 1) problem = `loaded ${loads} times`;
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  await context.close();
  server.stop();
  return { failed: [...failed], problem };
}

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
const contains = (path: string): boolean => path.includes(values.only);
const { failed: files } = await visited(browser, 'block', null, contains);
const groups = values.each ? files.map((file) => [file]) : [files];
for (const worker of ['block', 'allow'] as const) {
  for (const fault of faults) {
    for (const group of groups) {
      const isMeant = (path: string): boolean => (values.each ? group.includes(path) : contains(path));
      const { failed, problem } = await visited(browser, worker, fault, isMeant);
      const how = `${worker === 'allow' ? 'with' : 'without'} the service worker`;
      const what = values.each ? (group[0] ?? '') : `${failed.length} files`;
      console.log(`${fault.padEnd(8)} ${how.padEnd(27)} ${what.padEnd(56)} ${problem ?? 'recovered'}`);
      if (problem !== null) process.exitCode = 1;
    }
  }
}
await browser.close();
