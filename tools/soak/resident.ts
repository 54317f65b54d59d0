/** Memory that the browser’s pages and their workers hold: a worker of transformers.js is in no heap snapshot. */
import { execFileSync } from 'node:child_process';
import type { Browser } from '@playwright/test';

/** Megabytes in memory of all processes of pages. */
export async function residentMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => String(id));
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', pages.join(',')], { encoding: 'utf8' });
  return kilobytes.split('\n').reduce((sum, line) => sum + Number(line), 0) / 1000;
}
