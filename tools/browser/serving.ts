/** Serves the built page locally while it is in use. */
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { chromium, type Browser } from '@playwright/test';
import { PATH, PORT } from './address';
import { browserFlags, ensureBrowser } from './find';

/** Passes a new Chromium and the page's address to `use`, and closes both. */
export async function whileServing<R>(use: (browser: Browser, baseURL: string) => Promise<R>): Promise<R> {
  const baseURL = `http://localhost:${PORT}${PATH}`;
  const server = spawn('npx', ['tsx', 'tools/browser/server.ts'], { stdio: 'inherit', detached: true });
  try {
    await answered(baseURL);
    const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
    try {
      return await use(browser, baseURL);
    } finally {
      await browser.close();
    }
  } finally {
    if (server.pid !== undefined) process.kill(-server.pid);
  }
}

/** Until the server answers, at most ten seconds. */
async function answered(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok === true) return;
    await setTimeout(100);
  }
  throw new Error(`Nothing answers at ${address}`);
}
