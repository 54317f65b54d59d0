import { expect, test } from 'vitest';
import { countGpuMemory, mostGpuBytes } from './gpu-memory';

test('the most bytes that buffers held at one time, however often each is destroyed', () => {
  const device = { createBuffer: () => ({ destroy: () => undefined }) } as unknown as GPUDevice;
  countGpuMemory(device);
  const made = (size: number): GPUBuffer => device.createBuffer({ size, usage: 0 });
  const [first] = [made(100), made(50)];
  expect(mostGpuBytes()).toBe(150);
  first.destroy();
  first.destroy();
  made(60);
  expect(mostGpuBytes()).toBe(150);
  made(60);
  expect(mostGpuBytes()).toBe(170);
});
