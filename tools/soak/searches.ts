/**
 * `npx tsx tools/soak/searches.ts [folder]` after `npm run build`: searches for names in the tab, each stopped or killed in the
 * middle, with the model of a folder or else the tiny one. Prints the memory of the pages’ processes before, in the
 * middle and after each, and ends with 1 if the last fifth of the searches left more than a tenth above what was there before.
 */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { useMicroWorld } from '../browser/micro-world';
import { LethePage } from '../browser/page';
import { whileServing } from '../browser/serving';
import { residentMegabytes, settledMegabytes } from './resident';

const SEARCHES = 20;
const FIFTH = SEARCHES / 5;
const MOST = 1.1;
/** Else Playwright has the browser keep the bodies that pass the service worker, up to a limit (docs/reliability.md). */
process.env.PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK = '1';
const folder = process.argv[2] ?? 'src/assist/fixtures/tiny/names';
/** The saga: so long that no search comes to its end. */
const { passages } = JSON.parse(readFileSync('public/worlds/marrowmere/forget.json', 'utf8')) as {
  passages: string[];
};

async function opened(page: Page): Promise<Locator> {
  await useMicroWorld(page);
  await new LethePage(page).open();
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await own.getByLabel('Text to forget').fill(passages.join('\n\n\n'));
  await own.getByText('Find names with a model').click();
  await own.getByLabel('Folder of the model').setInputFiles(folder);
  return own.getByTestId('names-model');
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Ends a search in the middle, and gives the memory that it had there. */
async function interrupted(
  page: Page,
  names: Locator,
  how: 'stop' | 'kill',
  measure: () => Promise<number>,
): Promise<number> {
  const spawned = page.waitForEvent('worker');
  await names.getByRole('button', { name: 'Find names' }).click();
  await expect(names.getByRole('status')).toContainText('Reading');
  const worker = await spawned;
  const megabytes = await measure();
  if (how === 'stop') await names.getByRole('button', { name: 'Stop' }).click();
  else await worker.evaluate(() => close());
  await expect.poll(() => page.workers().includes(worker), { timeout: 60_000 }).toBe(false);
  await expect(names.getByRole('button', { name: 'Find names' })).toBeVisible();
  return megabytes;
}

const grown = await whileServing(async (browser, baseURL) => {
  const page = await browser.newPage({ baseURL });
  page.setDefaultTimeout(5 * 60_000); // the draft of the saga takes a while
  const names = await opened(page);
  const before = await settledMegabytes(browser);
  console.log(`before ${before.toFixed(0)} MB`);
  const after: number[] = [];
  for (let search = 0; search < SEARCHES; search++) {
    const how = search % 2 === 0 ? 'stop' : 'kill';
    const middle = await interrupted(page, names, how, () => residentMegabytes(browser));
    after.push(await settledMegabytes(browser));
    console.log(`${how}: ${middle.toFixed(0)} MB in the middle, ${after.at(-1)?.toFixed(0)} MB after`);
  }
  return meanOf(after.slice(-FIFTH)) / before;
});
console.log(`Left by the last fifth, above before: ${((grown - 1) * 100).toFixed(1)}%`);
if (grown > MOST) process.exitCode = 1;
