/** Invalid input and cancelled runs: a clear message, and the page stays usable. */
import { expect, test } from '@playwright/test';
import { oneStep, startHeld } from './held';
import { recoversFromLostWorker } from './lost-worker';
import { microFile, useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

test('a truncated model gives a clear error; the complete one loads afterwards', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page, microFile.subarray(0, microFile.length - 100));
  await lethe.open();
  await lethe.load('wasm');
  await expect(lethe.alert()).toContainText('model.safetensors: expected');
  await expect(lethe.alert()).toContainText('Get a fresh copy');
  await useMicroWorld(page);
  await lethe.load('wasm');
  expect(await lethe.loaded()).toContain('WASM');
});

test('a header with a wrong length gives a clear error', async ({ page }) => {
  const lying = Buffer.from(microFile);
  lying.writeBigUInt64LE(1n << 40n, 0);
  const lethe = new LethePage(page);
  await useMicroWorld(page, lying);
  await lethe.open();
  await lethe.load('wasm');
  await expect(lethe.alert()).toContainText('a header that fits in the file');
});

test('a missing file is named', async ({ page }) => {
  const lethe = new LethePage(page);
  await page.route('**/tokenizer.json', (route) => route.fulfill({ status: 404 }));
  await lethe.open();
  await lethe.load('wasm');
  await expect(lethe.alert()).toContainText('Cannot read models/base/tokenizer.json');
  await expect(lethe.alert()).toContainText('HTTP 404');
});

test('a setting that is not a number is named, and runs once corrected', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Learning rate', '');
  await lethe.start('reinforce');
  await expect(lethe.alert()).toContainText('Setting "reinforce.learningRate"');
  await lethe.set('reinforce', 'Learning rate', '0.001');
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
  expect(await lethe.losses('reinforce')).toHaveLength(3);
});

test('a run can be paused, taken step by step, continued and cancelled, and the next one works', async ({
  page,
}) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open('#v=2&reinforceSteps=2000');
  await lethe.load('wasm');
  await lethe.loaded();
  await startHeld(lethe, 'reinforce');
  const stage = lethe.stage('reinforce');
  await expect(stage).toContainText('paused');
  // If it were not paused, it would be past this step by now.
  for (let i = 0; i < 3; i++) await oneStep(lethe, 'reinforce');
  await stage.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(async () => (await lethe.losses('reinforce')).length).toBeGreaterThan(4);
  await stage.getByRole('button', { name: 'Cancel' }).click();
  await lethe.reaches('reinforce', 'cancelled');
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
  expect(await lethe.losses('reinforce')).toHaveLength(3);
});

test('a worker that ends without an event is noticed, and the next load works', async ({ page }) => {
  await recoversFromLostWorker(page);
});

test('on a host that does not isolate the page, it says so and runs on one thread', async ({
  page,
  baseURL,
}) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await page.route(baseURL ?? '', async (route) => {
    const response = await route.fetch();
    const {
      'cross-origin-opener-policy': _opener,
      'cross-origin-embedder-policy': _embedder,
      ...headers
    } = response.headers();
    await route.fulfill({ response, headers });
  });
  await lethe.open();
  await lethe.load('wasm');
  expect(await lethe.loaded()).toContain('not cross-origin isolated');
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
});
