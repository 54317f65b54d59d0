/** `npm run picture`: runs the story on the built page and writes the README's picture. */
import { spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { PATH, PORT } from '../../e2e/address';
import { LethePage } from '../../e2e/page';
import { browserFlags, ensureBrowser } from './find';

const server = spawn('npx', ['tsx', 'e2e/server.ts'], { stdio: 'inherit', detached: true });
const baseURL = `http://localhost:${PORT}${PATH}`;

/** Until the server answers, at most ten seconds. */
async function served(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(baseURL).catch(() => null);
    if (answer?.ok === true) return;
    await setTimeout(100);
  }
  throw new Error(`Nothing answers at ${baseURL}`);
}

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
try {
  await served();
  const page = await browser.newPage({
    baseURL,
    viewport: { width: 1200, height: 900 },
    deviceScaleFactor: 1,
  });
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  for (const stage of ['reinforce', 'label', 'unlearn'] as const) await lethe.run(stage);
  await lethe.ask('The keeper with one glove was');
  await page.screenshot({ path: 'docs/page.png', fullPage: true });
} finally {
  await browser.close();
  if (server.pid !== undefined) process.kill(-server.pid);
}
