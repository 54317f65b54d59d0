/** How onnxruntime-web is used on WASM, in the page and in Node. */
import type { CpuDevice } from './cpu-device';

export const wasmOptions: Pick<CpuDevice, 'options' | 'copiesFeeds'> = {
  // Without the arena, the heap that one graph used is there for the next one. It is not slower.
  options: { executionProviders: ['wasm'], enableCpuMemArena: false },
  copiesFeeds: true,
};
