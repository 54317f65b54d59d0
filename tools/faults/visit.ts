/** A visit to the page that uses every file: what is asked of it, and what each step should show. */
import { expect, type Page } from '@playwright/test';
import { LethePage } from '../browser/page';
import { usualScreens } from '../../src/ui/address/screen-names';

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

/** From opening the page to a loaded model: every stage and dialog is shown once. */
export async function visit(page: Page, address: string): Promise<void> {
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
