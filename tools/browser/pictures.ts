/**
 * `npm run pictures`: every place of the built page before a model is loaded, the scenes of the demonstration, and a text
 * of the user's run by a micro model; in light and dark, on a phone, on a projector and in Chinese. Also the README's
 * picture. `--to folder` (default .cache/pictures), `--only dark,own-text`: some of these.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { BrowserContextOptions } from '@playwright/test';
import { LethePage } from './page';
import { usualScreens } from '../../src/ui/address/screen-names';
import { demoScenes } from '../../src/ui/demo/demo-scenes';
import { cameraFor, type Camera } from './camera';
import { ownTextPictures } from './own-text-pictures';
import { whileServing } from './serving';

const { values } = parseArgs({
  options: { to: { type: 'string', default: '.cache/pictures' }, only: { type: 'string' } },
});
const wants = (what: string): boolean => values.only === undefined || values.only.split(',').includes(what);

const laptop = { width: 1280, height: 900 };
const modes: Readonly<Record<string, BrowserContextOptions>> = {
  light: { viewport: laptop, colorScheme: 'light' },
  dark: { viewport: laptop, colorScheme: 'dark' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  projector: { viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  chinese: { viewport: laptop, colorScheme: 'light', locale: 'zh-CN' },
};

async function placePictures(lethe: LethePage, take: Camera): Promise<void> {
  const { page } = lethe;
  await lethe.open();
  await page.locator('[data-goto=see]').click();
  await page.getByTestId('after-card').waitFor();
  await take(page, 'see');
  await page.locator('[data-goto=how]').click();
  await page.getByTestId('token-row').waitFor();
  await take(page, 'how');
  await page.locator('[data-goto=runs]').click();
  await page.getByTestId('forgotten-kept').waitFor();
  await take(page, 'runs');
  for (const stage of usualScreens) {
    await lethe.goTo(stage);
    await lethe.stage(stage).waitFor();
    await take(page, stage);
  }
  // Review is where the page was left: its first tab was taken as the stage.
  for (const [tab, what] of [
    [1, 'review-labels'],
    [2, 'review-grades'],
  ] as const) {
    await page.getByTestId('review').getByRole('tab').nth(tab).click();
    await page.getByRole('listbox').locator('visible=true').first().waitFor();
    await take(page, what);
  }
}

/** Without motion, a scene is the picture that it ends with. */
async function demoPictures({ page }: LethePage, take: Camera): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./?demo');
  await page.getByTestId('demo').waitFor();
  await page.keyboard.press('Space'); // time stands still
  await page.keyboard.press('ArrowLeft');
  for (const { name } of demoScenes) {
    await page.keyboard.press('ArrowRight');
    await take(page, `demo-${name}`);
  }
}

mkdirSync(values.to, { recursive: true });
await whileServing(async (browser, baseURL) => {
  for (const [mode, options] of Object.entries(modes).filter(([mode]) => wants(mode))) {
    const context = await browser.newContext({ ...options, baseURL, serviceWorkers: 'block' });
    const lethe = new LethePage(await context.newPage());
    const take = cameraFor(values.to, mode);
    await placePictures(lethe, take);
    await demoPictures(lethe, take);
    await context.close();
  }
  if (wants('own-text')) {
    const context = await browser.newContext({ viewport: laptop, baseURL, serviceWorkers: 'block' });
    await ownTextPictures(new LethePage(await context.newPage()), values.to);
    await context.close();
  }
  if (!wants('readme')) return;
  const page = await browser.newPage({ baseURL, viewport: { width: 1440, height: 900 } });
  await page.goto('./');
  await page.getByTestId('after-card').waitFor();
  await page.screenshot({ path: 'docs/page.png' });
});
