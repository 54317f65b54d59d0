/** A host without https that is not this machine: no locks, no service worker, no Cache Storage, no crypto.subtle. */
import { expect, test } from '@playwright/test';
import { PATH, PORT } from '../tools/browser/address';
import { browserFlags, ensureBrowser } from '../tools/browser/find';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';
import { recoversFromLostWorker } from './lost-worker';

const HOST = 'lethe.example';

test.use({
  baseURL: `http://${HOST}:${PORT}${PATH}`,
  launchOptions: {
    executablePath: ensureBrowser(),
    args: [...browserFlags, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  },
});

test('the page says what is missing, and the method runs', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  const has = await page.evaluate(() => [
    isSecureContext,
    'locks' in navigator,
    'serviceWorker' in navigator,
    'caches' in globalThis,
    'subtle' in crypto,
  ]);
  expect(has).toEqual([false, false, false, false, false]);
  await expect(page.getByTestId('offline')).toContainText('no WebGPU, a single thread');
  await lethe.load('wasm');
  expect(await lethe.loaded()).toContain('Threads: 1');
  for (const stage of ['reinforce', 'unlearn'] as const) await lethe.set(stage, 'Steps', '3');
  await lethe.run('unlearn');
  await lethe.ask('The first lantern');

  await page.reload();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.goTo('unlearn');
  await lethe.reaches('unlearn', 'done');
  await lethe.load('webgpu');
  await expect(lethe.alert().first()).toContainText('WebGPU');
});

test('a worker that ends without an event is noticed, and the next load works', async ({ page }) => {
  await recoversFromLostWorker(page);
});
