/** The same pipeline on WebGPU (SwiftShader) and on WASM gives the same numbers, with weights of few bits too. */
import { expect, test, type Browser } from '@playwright/test';
import { useMicroWorld } from '../tools/browser/micro-world';
import { LethePage } from '../tools/browser/page';

type Backend = 'wasm' | 'webgpu';

/** A page with the micro model, which takes few steps. */
async function opened(browser: Browser, baseURL: string): Promise<LethePage> {
  const page = await browser.newPage({ baseURL });
  await useMicroWorld(page);
  const lethe = new LethePage(page);
  // One block per step: with WebGPU emulated on the CPU, eight take minutes.
  await lethe.open('#v=2&reinforceBatch=1&unlearnBatch=1&reinforceSteps=2&unlearnSteps=2&blockLength=64');
  return lethe;
}

async function runOn(browser: Browser, baseURL: string, backend: Backend) {
  const lethe = await opened(browser, baseURL);
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
  await lethe.page.close();
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
  expect(webgpu.labels.length).toBeGreaterThan(50);
  expect(different).toBeLessThanOrEqual(1); // a tie may fall either way
  expect(webgpu.answers.baseline).toBe(wasm.answers.baseline);
});

/** The losses of the reinforced model, its frozen weights in the bits that are chosen in the set-up. */
async function reinforcedIn(bits: '32' | '4', browser: Browser, baseURL: string, backend: Backend) {
  const lethe = await opened(browser, baseURL);
  await lethe.setUp(async () => {
    await lethe.page.getByLabel('Frozen weights').selectOption(bits);
  });
  await lethe.load(backend);
  await lethe.loaded();
  await lethe.run('reinforce');
  const losses = await lethe.losses('reinforce');
  await lethe.page.close();
  return losses;
}

test('weights of 4 bits, chosen in the set-up, train on WASM and on WebGPU alike', async ({
  browser,
  baseURL,
}) => {
  const run = (bits: '32' | '4', backend: Backend) => reinforcedIn(bits, browser, baseURL ?? '', backend);
  const [wasm, webgpu, unrounded] = [
    await run('4', 'wasm'),
    await run('4', 'webgpu'),
    await run('32', 'wasm'),
  ];
  expect(wasm).toHaveLength(2);
  webgpu.forEach((loss, i) => {
    const other = wasm[i] ?? 0;
    expect(Math.abs(loss - other) / other).toBeLessThan(1e-3);
  });
  expect(webgpu).toHaveLength(2);
  expect(wasm).not.toEqual(unrounded);
});
