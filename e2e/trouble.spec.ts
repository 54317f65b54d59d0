/** Bad input and second thoughts: a clear message, and the page stays usable. */
import { expect, test } from '@playwright/test';
import { microFile, useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

test('a cut-off model is explained; the whole one loads afterwards', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page, microFile.subarray(0, microFile.length - 100));
  await lethe.open();
  await lethe.load('wasm');
  await expect(lethe.alert()).toContainText('model.safetensors: expected');
  await expect(lethe.alert()).toContainText('fetch it again');
  await useMicroWorld(page);
  await lethe.load('wasm');
  expect(await lethe.loaded()).toContain('WASM');
});

test('a header that lies about its length is explained', async ({ page }) => {
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
  await expect(lethe.alert()).toContainText('Expected the file models/base/tokenizer.json');
  await expect(lethe.alert()).toContainText('HTTP 404');
});

test('a setting that is no number is named, and corrected it runs', async ({ page }) => {
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

test('a run can be paused, continued and cancelled, and the next one works', async ({ page }) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  await lethe.open();
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '2000');
  await lethe.start('reinforce');
  await expect(lethe.stage('reinforce')).toContainText('tokens/s');
  await lethe.stage('reinforce').getByRole('button', { name: 'Pause' }).click();
  await expect(lethe.stage('reinforce')).toContainText('paused');
  await page.waitForTimeout(1000); // steps under way may still arrive
  const [held] = [(await lethe.losses('reinforce')).length];
  await page.waitForTimeout(1000);
  expect(await lethe.losses('reinforce')).toHaveLength(held);
  await lethe.stage('reinforce').getByRole('button', { name: 'Resume' }).click();
  await expect.poll(async () => (await lethe.losses('reinforce')).length).toBeGreaterThan(held);
  await lethe.stage('reinforce').getByRole('button', { name: 'Cancel' }).click();
  await lethe.reaches('reinforce', 'cancelled');
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
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
