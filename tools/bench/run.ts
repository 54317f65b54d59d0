/**
 * `npm run bench -- --json bench.json --part alpha --part matching`: measures in headless Chromium on WASM and prints
 * the results; all parts if none is named, but for two that take gigabytes: `shapes`, models of 360 million and 1.1 billion
 * parameters, and `peft`, against PyTorch (`--python`: one that has torch, transformers and peft).
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { browserFlags, ensureBrowser } from '../browser/find';
import type {} from './page';
import { benchPeft, sayPeft } from './peft';
import { say } from './say';

const options = {
  json: { type: 'string' },
  part: { type: 'string', multiple: true },
  python: { type: 'string', default: 'python3' },
} as const;
const { values } = parseArgs({ options });
const wants = (name: string): boolean => values.part?.includes(name) ?? true;
const named = (name: string): boolean => values.part?.includes(name) ?? false;

const server = await createServer({
  configFile: 'vite.config.ts',
  root: 'tools/bench',
  publicDir: '../../public',
  server: { port: 0, fs: { allow: ['../..'] } },
  logLevel: 'error',
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => {
    console.error(error);
  });
  await page.goto(address);
  await page.waitForFunction(() => 'benchmarks' in window);
  const { threads } = await page.evaluate(() => window.benchmarks.device());
  console.log(`WASM, ${threads} threads`);
  const step = wants('step') && (await page.evaluate(() => window.benchmarks.step()));
  if (step) say.step(step);
  const alpha = wants('alpha') && (await page.evaluate(() => window.benchmarks.alpha(document.baseURI)));
  if (alpha) say.alpha(alpha);
  const matching =
    wants('matching') && (await page.evaluate(() => window.benchmarks.matching(document.baseURI)));
  if (matching) say.matching(matching);
  const method = wants('method') && (await page.evaluate(() => window.benchmarks.method(document.baseURI)));
  if (method) say.method(method);
  const saga = wants('saga') && (await page.evaluate(() => window.benchmarks.saga(document.baseURI)));
  if (saga) say.saga(saga);
  const evaluation =
    wants('evaluation') && (await page.evaluate(() => window.benchmarks.evaluation(document.baseURI)));
  if (evaluation) say.evaluation(evaluation);
  const queue = wants('queue') && (await page.evaluate(() => window.benchmarks.queue()));
  if (queue) say.queue(queue);
  const terms = wants('terms') && (await page.evaluate(() => window.benchmarks.terms(document.baseURI)));
  if (terms) say.terms(terms);
  const reading = wants('reading') && (await page.evaluate(() => window.benchmarks.reading()));
  if (reading) say.reading(reading);
  const dispatches =
    wants('dispatches') && (await page.evaluate(() => window.benchmarks.dispatches(document.baseURI)));
  if (dispatches) say.dispatches(dispatches);
  const shapes = [];
  if (named('shapes'))
    for (const name of ['360M', '1.1B'] as const) {
      const shape = await page.evaluate((of) => window.benchmarks.shape(of), name);
      say.shape(shape);
      shapes.push(shape);
    }
  const peft = named('peft') && (await benchPeft(page, values.python));
  if (peft) sayPeft(peft);
  const result = {
    threads,
    ...step,
    ...alpha,
    ...matching,
    ...method,
    ...saga,
    ...evaluation,
    ...queue,
    ...terms,
    ...reading,
    ...dispatches,
    shapes,
    ...peft,
  };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
  await server.close();
}
