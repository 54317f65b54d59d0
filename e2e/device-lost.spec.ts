/** A graphics device lost during training is reported, and the training continues. */
import { expect, test } from '@playwright/test';
import { checkpointed } from './checkpointed';
import { calm, hurry, oneStep, startHeld } from './held';
import { useMicroWorld } from '../tools/browser/micro-world';
import { inWorker } from './in-worker';
import { LethePage } from '../tools/browser/page';

const STEPS = 4;

test('a lost device is reported and replaced, and the run continues from its checkpoint', async ({
  page,
}) => {
  const lethe = new LethePage(page);
  await useMicroWorld(page);
  // One block per step: each takes seconds with the GPU emulated on the CPU.
  await lethe.open(`#v=2&reinforceBatch=1&reinforceSteps=${STEPS}&blockLength=64`);
  await inWorker(page, () => {
    const requestAdapter = navigator.gpu.requestAdapter.bind(navigator.gpu);
    navigator.gpu.requestAdapter = async (options) => {
      const adapter = await requestAdapter(options);
      const requestDevice = adapter?.requestDevice.bind(adapter);
      if (!adapter || !requestDevice) return null;
      adapter.requestDevice = async (wishes) => {
        const device = await requestDevice(wishes);
        Object.assign(globalThis, {
          lose: () => {
            device.destroy();
          },
        });
        return device;
      };
      return adapter;
    };
  });
  const spawned = page.waitForEvent('worker');
  await lethe.load('webgpu');
  const worker = await spawned;
  await hurry(worker);
  expect(await lethe.loaded()).toContain('WebGPU');
  await startHeld(lethe, 'reinforce');
  for (let i = 0; i < 2; i++) await oneStep(lethe, 'reinforce');
  await expect.poll(() => checkpointed(page)).toBeGreaterThan(0);
  const before = await lethe.losses('reinforce');
  await calm(worker);
  await worker.evaluate('lose()');
  await lethe.stage('reinforce').getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByTestId('recovered')).toContainText('graphics device was lost');
  await lethe.reaches('reinforce', 'done');
  const losses = await lethe.losses('reinforce');
  expect(losses).toHaveLength(STEPS);
  expect(losses.slice(0, before.length)).toEqual(before);
  await lethe.run('label');
});
