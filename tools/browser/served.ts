/** The built page behind a local server, in a Chromium of our own, for as long as it is used. */
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { PATH, PORT } from '../../e2e/address';
import { LethePage } from '../../e2e/page';
import { browserFlags, ensureBrowser } from './find';

const baseURL = `http://localhost:${PORT}${PATH}`;

/** Opens the page of `npm run build` in a window of 1200 × 900, gives it to `use`, and closes everything. */
export async function onServedPage<R>(use: (lethe: LethePage) => Promise<R>): Promise<R> {
  const server = spawn('npx', ['tsx', 'e2e/server.ts'], { stdio: 'inherit', detached: true });
  try {
    await served();
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
    try {
      const viewport = { width: 1200, height: 900 };
      const lethe = new LethePage(await browser.newPage({ baseURL, viewport, deviceScaleFactor: 1 }));
      await lethe.open();
      return await use(lethe);
    } finally {
      await browser.close();
    }
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid);
  }
}

/** Until the server answers, at most ten seconds. */
async function served(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(baseURL).catch(() => null);
    if (answer?.ok === true) return;
    await setTimeout(100);
  }
  throw new Error(`Nothing answers at ${baseURL}`);
}
