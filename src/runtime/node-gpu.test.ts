import { Tensor } from 'onnxruntime-common';
import { expect, test } from 'vitest';
import { openGpu } from './node-gpu';

test('without a driver it is said why, what to install, and that the CPU needs none', async () => {
  const create = () => Promise.reject(new Error('Failed to get a WebGPU adapter'));
  await expect(openGpu({ Tensor, InferenceSession: { create } })).rejects.toMatchObject({
    code: 'runtime/no-driver',
    message: expect.stringContaining('Failed to get a WebGPU adapter') as string,
    hint: expect.stringMatching(/Install a Vulkan driver.*The CPU needs neither/u) as string,
  });
});
