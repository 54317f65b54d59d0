/**
 * `npm run paint`: how soon the built page is usable. Five visits with an empty cache and no model: milliseconds from
 * navigation until the recorded run is shown, and the cumulative layout shift until then. Prints JSON.
 */
import { largest } from '../../src/base/extremes';
import type { Browser } from '@playwright/test';
import { v } from '../../src/base/schema';
import { whileServing } from './serving';

const VISITS = 5;

const visit = v.object({ ready: v.number(), shift: v.number() });

async function visited(browser: Browser, baseURL: string): Promise<v.InferOutput<typeof visit>> {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = { ready: 0, shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += Number(Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
      const badge = document.querySelector('[data-goto=evaluate]')?.textContent ?? '';
      if (seen.ready === 0 && badge.includes('recorded')) seen.ready = performance.now();
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto('./');
  await page.locator('[data-goto=evaluate]', { hasText: 'recorded' }).waitFor();
  await page.waitForTimeout(500); // wait for late layout shifts
  const seen = v.parse(visit, await page.evaluate('seen'));
  await page.locator('[data-goto=evaluate]').click();
  await page.getByTestId('first-table').waitFor();
  await context.close();
  return seen;
}

const visits = await whileServing(async (browser, baseURL) => {
  const all = [];
  for (let i = 0; i < VISITS; i++) all.push(await visited(browser, baseURL));
  return all;
});
const times = visits.map(({ ready }) => Math.round(ready)).sort((a, b) => a - b);
const shift = largest(visits.map((one) => one.shift));
console.log(
  JSON.stringify({ readyMs: { median: times[Math.floor(VISITS / 2)], all: times }, shift }, null, 2),
);
