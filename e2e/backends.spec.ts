/** The same pipeline on WebGPU (SwiftShader) and on WASM gives the same numbers. */
import { expect, test, type Browser } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

async function runOn(browser: Browser, baseURL: string, backend: 'wasm' | 'webgpu') {
  const page = await browser.newPage({ baseURL });
  await useMicroWorld(page);
  const lethe = new LethePage(page);
  // One block per step: with WebGPU emulated on the CPU, eight take minutes.
  await lethe.open('#v=2&reinforceBatch=1&unlearnBatch=1&reinforceSteps=2&unlearnSteps=2');
  await lethe.load(backend);
  const device = await lethe.loaded();
  // Monitoring generates long answers, which takes minutes with WebGPU emulated on the CPU.
  await lethe.set('unlearn', 'Watch interval', '0');
  for (const stage of ['reinforce', 'label', 'unlearn'] as const) await lethe.run(stage);
  const result = {
    device,
    losses: [...(await lethe.losses('reinforce')), ...(await lethe.losses('unlearn'))],
    labels: await lethe.labels(),
    answers: await lethe.ask('The first lantern'),
  };
  await page.close();
  return result;
}

test('WASM is bitwise reproducible, and WebGPU agrees with it', async ({ browser, baseURL }) => {
  const wasm = await runOn(browser, baseURL ?? '', 'wasm');
  expect(await runOn(browser, baseURL ?? '', 'wasm')).toEqual(wasm);
  const webgpu = await runOn(browser, baseURL ?? '', 'webgpu');
  expect(webgpu.device).toContain('WebGPU');
  expect(webgpu.losses).toHaveLength(4);
  webgpu.losses.forEach((loss, i) => {
    const other = wasm.losses[i] ?? 0;
    expect(Math.abs(loss - other) / other).toBeLessThan(1e-3);
  });
  const different = webgpu.labels.filter((label, i) => label !== wasm.labels[i]).length;
  expect(webgpu.labels.length).toBeGreaterThan(100);
  expect(different).toBeLessThanOrEqual(1); // a tie may fall either way
  expect(webgpu.answers.baseline).toBe(wasm.answers.baseline);
});
