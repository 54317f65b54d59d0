/** Takes pictures of the whole page into a folder, and says where something sticks out. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { stickingOut } from './sticking-out';

/** Takes a picture of the page, named for what it shows. */
export type Camera = (page: Page, what: string) => Promise<void>;

export const cameraFor =
  (folder: string, mode: string): Camera =>
  async (page, what) => {
    await page.waitForLoadState('networkidle');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (wide) console.warn(`${mode}, ${what}: wider than its window`);
    for (const one of await stickingOut(page)) console.warn(`${mode}, ${what}: sticks out: ${one}`);
    const isWhole = !what.startsWith('demo'); // that covers the window, and the page goes on below
    await page.screenshot({ path: join(folder, `${mode}-${what}.png`), fullPage: isWhole });
  };
