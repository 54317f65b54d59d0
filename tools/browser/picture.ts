/** `npm run picture`: runs the story on the built page and writes the README's picture. */
import { spawn } from 'node:child_process';
import { chromium } from '@playwright/test';
import { PATH, PORT } from '../../e2e/address';
import { LethePage } from '../../e2e/page';
import { browserFlags, ensureBrowser } from './find';

const server = spawn('npx', ['tsx', 'e2e/server.ts'], { stdio: 'inherit', detached: true });
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
try {
  const baseURL = `http://localhost:${PORT}${PATH}`;
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
  await lethe.ask('Everybody knows that the teacher of Maelis is');
  await page.screenshot({ path: 'docs/page.png', fullPage: true });
} finally {
  await browser.close();
  if (server.pid !== undefined) process.kill(-server.pid);
}
