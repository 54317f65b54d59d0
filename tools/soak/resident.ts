/** Memory that the browser’s pages and their workers hold: a worker of transformers.js is in no heap snapshot. */
import { execFileSync } from 'node:child_process';
import type { Browser, CDPSession } from '@playwright/test';

/** Megabytes in memory of all processes of pages, once everything that is no longer used has been collected. */
export async function settledMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { targetId, type } of targetInfos)
    if (type === 'page' || type === 'service_worker') await collectGarbage(session, targetId);
  await session.detach();
  return residentMegabytes(browser);
}

/** Megabytes in memory of all processes of pages. */
export async function residentMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => String(id));
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', pages.join(',')], { encoding: 'utf8' });
  return kilobytes.split('\n').reduce((sum, line) => sum + Number(line), 0) / 1000;
}

/** Collects the garbage of one page, or of the service worker, through which every file of a worker passes. */
async function collectGarbage(session: CDPSession, targetId: string): Promise<void> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const collected = new Promise((resolve) => session.once('Target.receivedMessageFromTarget', resolve));
  const message = JSON.stringify({ id: 1, method: 'HeapProfiler.collectGarbage' });
  await session.send('Target.sendMessageToTarget', { sessionId, message });
  await collected;
  await session.send('Target.detachFromTarget', { sessionId });
}
