/** Visits to the page that use its files: what is asked of it, and what each step should show. */
import { expect, type Page } from '@playwright/test';
import { LethePage } from '../browser/page';
import { usualScreens } from '../../src/ui/address/screen-names';
import { demoScenes } from '../../src/ui/demo/demo-scenes';

/** Milliseconds for one step; what failed may be asked for three times first. */
const PATIENCE = 60_000;

/** What a user does when the page says that something could not be fetched: tries again, without reloading. */
async function tryAgain(page: Page): Promise<void> {
  const again = page.getByRole('button', { name: 'Try again' }).first();
  if (await again.isVisible()) await again.click({ timeout: 1000 }).catch(() => undefined);
}

/** Waits until `holds`, trying again whenever the page offers it. */
async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(
      async () => {
        if (await holds()) return true;
        await tryAgain(page);
        return false;
      },
      { timeout: PATIENCE, intervals: [200, 500, 1000] },
    )
    .toBe(true);
}

/** What is visited, one after another, each in a tab of its own. */
export const visits: readonly ((page: Page, address: string) => Promise<void>)[] = [
  visitLab,
  visitPlaces,
  visitDemo,
  visitGallery,
];

/** From opening the page to a loaded model: every stage and dialog is shown once. */
export async function visitLab(page: Page, address: string): Promise<void> {
  const lethe = new LethePage(page);
  await page.goto(`${address}#/lab/text`);
  await until(page, () => page.locator('[data-goto=evaluate]', { hasText: 'recorded' }).isVisible());
  for (const name of usualScreens) {
    await lethe.goTo(name);
    await until(page, () => lethe.stage(name).isVisible());
  }
  await readOwnText(lethe);
  await lethe.choose('Projects');
  await until(page, () => page.getByTestId('projects').isVisible());
  await page.keyboard.press('Escape');
  await page.getByLabel('Language').selectOption('zh');
  await until(page, () => page.locator('html[lang=zh-Hans]').isVisible());
  await page.getByLabel('语言').selectOption('en');
  await page.locator('html[lang=en]').waitFor();
  await lethe.load('wasm');
  // In the set-up, which is closed by now.
  await until(page, async () => (await page.getByTestId('device').count()) > 0);
  await styled(page);
}

async function visitPlaces(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (const place of ['how', 'runs'] as const) {
    await page.locator(`[data-goto=${place}]`).click();
    await until(page, () => page.locator('main > div:not([hidden]) :is(h1, h2)').first().isVisible());
  }
  await styled(page);
}

async function visitDemo(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?demo`);
  const demo = page.getByTestId('demo');
  await until(page, () => demo.isVisible());
  await page.keyboard.press('Space'); // time stands still
  await page.keyboard.press('ArrowLeft');
  for (const { name } of demoScenes) {
    await page.keyboard.press('ArrowRight');
    await until(page, async () => (await demo.getAttribute('data-scene')) === name);
  }
  await styled(page);
}

async function visitGallery(page: Page, address: string): Promise<void> {
  await page.goto(`${address}?gallery`);
  await until(page, async () => (await page.locator('svg').count()) > 5);
  await styled(page);
}

/** A file that needs each library of the readers, and a dictionary for it. */
async function readOwnText(lethe: LethePage): Promise<void> {
  const { page } = lethe;
  await lethe.goTo('text');
  await page.getByText('Forget a text of your own').click();
  const own = page.getByTestId('own-text');
  await until(page, () => own.isVisible());
  await own.getByLabel('Open a file').setInputFiles({
    name: 'mossbury.html',
    mimeType: 'text/html',
    buffer: Buffer.from(
      '<p>At the caf\xe9 in Mossbury, Harriet Vole was na\xefve. Harriet Vole left.</p>',
      'latin1',
    ),
  });
  await until(page, async () =>
    (await own.getByLabel('Text to forget').inputValue()).startsWith('At the café'),
  );
  await until(page, async () => {
    if (await own.getByRole('button', { name: 'Draft it again' }).isVisible()) return true;
    const draft = own.getByRole('button', { name: 'Draft a dictionary' });
    await draft.click({ timeout: 1000 }).catch(() => undefined);
    return false;
  });
}

/** Every stylesheet is in use. */
async function styled(page: Page): Promise<void> {
  await until(page, () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
        ({ sheet }) => sheet !== null,
      ),
    ),
  );
}
