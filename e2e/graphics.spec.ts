/** What the page says of the graphics card is true, and it goes on without one. */
import { expect, test } from '@playwright/test';
import { inWorker } from './in-worker';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

test.beforeEach(({ page }) => useMicroWorld(page));

test('F22 an adapter without info works', async ({ page }) => {
  await inWorker(page, () => {
    const request = navigator.gpu.requestAdapter.bind(navigator.gpu);
    navigator.gpu.requestAdapter = async (options) => {
      const adapter = await request(options);
      if (adapter) Object.defineProperty(adapter, 'info', { value: undefined });
      return adapter;
    };
  });
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.load('webgpu');
  expect(await lethe.loaded()).toMatch(/^\s*WebGPU.*graphics adapter without a name/su);
});

test('F22 a refused device is not called missing, whether WebGPU was chosen or tried', async ({ page }) => {
  await inWorker(page, () => {
    GPUAdapter.prototype.requestDevice = () =>
      Promise.reject(new DOMException('limit not supported', 'OperationError'));
  });
  const lethe = new LethePage(page);
  await lethe.open();
  await lethe.load('auto');
  expect(await lethe.loaded()).toMatch(/^\s*WASM.*refused to work for this page: limit not supported/su);
  await lethe.load('webgpu');
  await expect(lethe.alert()).toContainText('refused to work for this page: limit not supported');
  await expect(lethe.alert()).toContainText('Choose the WASM backend');
});

test('F22 no adapter is told apart from no WebGPU', async ({ browser, baseURL }) => {
  const said = async (before: () => void): Promise<string> => {
    const other = await browser.newPage({ baseURL: baseURL ?? '' });
    await useMicroWorld(other);
    await inWorker(other, before);
    const lethe = new LethePage(other);
    await lethe.open();
    await lethe.load('auto');
    const device = await lethe.loaded();
    await other.close();
    return device;
  };
  expect(await said(() => (navigator.gpu.requestAdapter = () => Promise.resolve(null)))).toContain(
    'found no graphics adapter',
  );
  expect(await said(() => Object.defineProperty(navigator, 'gpu', { value: undefined }))).toContain(
    'does not offer WebGPU',
  );
});

test('a worker that the browser ends without an event is noticed, and the model can be loaded again', async ({
  page,
}) => {
  const lethe = new LethePage(page);
  await lethe.open();
  const spawned = page.waitForEvent('worker');
  await lethe.load('wasm');
  const worker = await spawned;
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '5000');
  await lethe.start('reinforce');
  await expect.poll(async () => (await lethe.losses('reinforce')).length).toBeGreaterThan(0);
  await worker.evaluate(() => {
    self.close();
  });
  await expect(lethe.alert()).toContainText('The browser ended the background worker');
  await lethe.load('wasm');
  await lethe.loaded();
  await lethe.set('reinforce', 'Steps', '3');
  await lethe.run('reinforce');
});
