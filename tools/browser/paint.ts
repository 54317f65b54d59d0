/**
 * `npm run paint`: how soon the built page shows its proof, and how much it asks of a first visitor. Prints JSON, and
 * writes it to the file of `--json`. Times are of five visits with an empty cache and no model.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { largest } from '../../src/base/extremes';
import { v } from '../../src/base/schema';
import { PROMPT_FIELD } from '../../src/ui/shared/prompt-field';
import { alphaTimes } from './alpha-times';
import { whileServing } from './serving';
import { visibleArea } from './visible-area';

const { values } = parseArgs({ options: { json: { type: 'string' } } });

const VISITS = 5;
/** Width and height. */
const windows = [
  [1440, 900],
  [1366, 768],
  [1920, 1080],
] as const;
/** Widths at which the height of the evaluation is measured. */
const widths = [1440, 360] as const;

const visit = v.object({ ready: v.number(), shift: v.number() });

async function fresh<R>(
  browser: Browser,
  baseURL: string,
  [width, height]: readonly [number, number],
  use: (page: Page) => Promise<R>,
): Promise<R> {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'block', viewport: { width, height } });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Milliseconds until the bars of both cards are drawn, and the layout shift until half a second later. */
async function visited(page: Page): Promise<v.InferOutput<typeof visit>> {
  await page.addInitScript(() => {
    const seen = { ready: 0, shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += Number(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      if (seen.ready === 0 && document.querySelector('[data-testid=after-card] li'))
        seen.ready = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  await opened(page);
  await page.waitForTimeout(500); // late layout shifts
  return v.parse(visit, await page.evaluate('seen'));
}

async function opened(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByTestId('after-card').getByRole('listitem').first().waitFor();
}

/** Whether every bar of the card is inside the window. */
const isAfterVisible = (page: Page): Promise<boolean> =>
  page
    .getByTestId('after-card')
    .getByRole('listitem')
    .evaluateAll((rows) => rows.every((row) => row.getBoundingClientRect().bottom <= innerHeight));

/** What a visitor can press in `main`, groups counted once, and in the bar; and the words in `main`. */
function counted(page: Page): Promise<{ controls: number; barStops: number; words: number }> {
  return page.evaluate(() => {
    const pressable = ':is(button, a[href], input, select, textarea, summary)';
    const [inMain = [], inBar = []] = ['main', 'header'].map((root) =>
      [...document.querySelectorAll(`${root} ${pressable}`)].filter((one) => one.checkVisibility()),
    );
    const groups = new Set(inMain.map((one) => one.closest('fieldset') ?? one));
    const text = document.querySelector('main')?.innerText ?? '';
    const words = text.split(/\s+/).filter((token) => /\p{L}/u.test(token));
    return { controls: groups.size, barStops: inBar.length, words: words.length };
  });
}

/** Stops of the keyboard from the top to the choice of the sentence, by the link that skips the bar. */
async function stopsToPrompt(page: Page): Promise<number> {
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let stops = 1; stops < 50; stops++) {
    if ((await page.locator('main fieldset :focus').count()) > 0) return stops;
    await page.keyboard.press('Tab');
  }
  throw new Error('The sentence cannot be reached with the keyboard.');
}

/** Of the answer of the unlearned model on a projector, in px², when its scene of the demonstration ends. */
async function afterArea(page: Page): Promise<number> {
  await page.emulateMedia({ reducedMotion: 'reduce' }); // scenes show the picture that they end with
  await page.goto('./?demo');
  const demo = page.getByTestId('demo');
  await demo.waitFor();
  while ((await demo.getAttribute('data-scene')) !== 'after') await page.keyboard.press('ArrowRight');
  return visibleArea(demo.getByTestId('after-card').getByRole('list'));
}

/** The same from the top of a lab that was just loaded to the field for a prompt, by the link that leads there. */
async function stopsToAsk(page: Page): Promise<number> {
  await page.goto('./#/lab/text');
  await page.locator(`#${PROMPT_FIELD}`).waitFor();
  await page.locator('body').press('Tab');
  for (let stops = 1; stops < 50; stops++) {
    const skips = page.locator(`a[href="#${PROMPT_FIELD}"]:focus`);
    if ((await skips.count()) > 0) await page.keyboard.press('Enter');
    if ((await page.locator(`#${PROMPT_FIELD}:focus`).count()) > 0) return stops;
    await page.keyboard.press('Tab');
  }
  throw new Error('The prompt cannot be reached with the keyboard.');
}

async function evaluateHeight(page: Page): Promise<number> {
  await page.goto('./#/lab/evaluate');
  await page.getByTestId('figures').waitFor();
  return page.locator('[data-stage=evaluate]').evaluate((stage) => Math.round(stage.scrollHeight));
}

const measured = await whileServing(async (browser, baseURL) => {
  const on = <R>(size: readonly [number, number], use: (page: Page) => Promise<R>): Promise<R> =>
    fresh(browser, baseURL, size, use);
  const [first] = windows;
  const visits: v.InferOutput<typeof visit>[] = [];
  for (let i = 0; i < VISITS; i++) visits.push(await on(first, visited));
  const times = visits.map(({ ready }) => Math.round(ready)).sort((a, b) => a - b);
  const afterVisible: Record<string, boolean> = {};
  for (const size of windows)
    afterVisible[size.join('x')] = await on(size, async (page) => {
      await opened(page);
      return isAfterVisible(page);
    });
  const heights: Record<string, number> = {};
  const area = await on([1920, 1080], afterArea);
  for (const width of widths) heights[width] = await on([width, 900], evaluateHeight);
  return on(first, async (page) => {
    await opened(page);
    return {
      interactiveMs: { median: times[Math.floor(VISITS / 2)], all: times },
      shift: largest(visits.map(({ shift }) => shift)),
      afterVisible,
      ...(await counted(page)),
      demo: { afterArea: area },
      evaluateHeight: heights,
      stopsToPrompt: largest([await stopsToPrompt(page), await on(first, stopsToAsk)]),
      alphaMs: await alphaTimes(page),
    };
  });
});
const json = JSON.stringify(measured, null, 2);
if (values.json !== undefined) writeFileSync(values.json, `${json}\n`);
console.log(json);
