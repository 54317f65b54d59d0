/**
 * `npm run pictures`: every stage and review of the built page before a model is loaded, in light and dark, on a phone,
 * on a projector and in Chinese, and the README's picture. `--to folder` (default .cache/pictures).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContextOptions } from '@playwright/test';
import { LethePage } from './page';
import { usualScreens } from '../../src/ui/address/screen-names';
import { whileServing } from './serving';

const { values } = parseArgs({ options: { to: { type: 'string', default: '.cache/pictures' } } });

const laptop = { width: 1280, height: 900 };
const modes: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: laptop, colorScheme: 'light' },
  dark: { viewport: laptop, colorScheme: 'dark' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  projector: { viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  chinese: { viewport: laptop, colorScheme: 'light', locale: 'zh-CN' },
};

async function taken(lethe: LethePage, mode: string, what: string): Promise<void> {
  await lethe.page.waitForLoadState('networkidle');
  const wide = await lethe.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) console.warn(`${mode}, ${what}: wider than its window`);
  await lethe.page.screenshot({ path: join(values.to, `${mode}-${what}.png`), fullPage: true });
}

mkdirSync(values.to, { recursive: true });
await whileServing(async (browser, baseURL) => {
  for (const [mode, options] of Object.entries(modes)) {
    const context = await browser.newContext({ ...options, baseURL, serviceWorkers: 'block' });
    const lethe = new LethePage(await context.newPage());
    await lethe.open();
    await lethe.page.locator('[data-goto=see]').click();
    await lethe.page.getByTestId('after-card').waitFor();
    await taken(lethe, mode, 'see');
    await lethe.page.locator('[data-goto=how]').click();
    await lethe.page.getByTestId('token-row').waitFor();
    await taken(lethe, mode, 'how');
    await lethe.page.locator('[data-goto=runs]').click();
    await lethe.page.getByTestId('forgotten-kept').waitFor();
    await taken(lethe, mode, 'runs');
    for (const stage of usualScreens) {
      await lethe.goTo(stage);
      await lethe.stage(stage).waitFor();
      await taken(lethe, mode, stage);
    }
    // Review is where the page was left: its first tab was taken as the stage.
    for (const [tab, what] of [
      [1, 'review-labels'],
      [2, 'review-grades'],
    ] as const) {
      await lethe.page.getByTestId('review').getByRole('tab').nth(tab).click();
      await lethe.page.getByRole('listbox').locator('visible=true').first().waitFor();
      await taken(lethe, mode, what);
    }
    await context.close();
  }
  const page = await browser.newPage({ baseURL, viewport: { width: 1440, height: 900 } });
  await page.goto('./');
  await page.getByTestId('after-card').waitFor();
  await page.screenshot({ path: 'docs/page.png' });
});
