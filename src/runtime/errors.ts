import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

const useWasm = 'Choose the WASM backend, which runs in every browser.';

export const runtimeErrors = {
  'runtime/no-webgpu': (): ErrorText => ({
    message: 'This browser does not offer WebGPU',
    hint: useWasm,
  }),
  'runtime/insecure': (): ErrorText => ({
    message: 'Browsers offer WebGPU only to pages from https or localhost',
    hint: useWasm,
  }),
  'runtime/no-adapter': (): ErrorText => ({
    message: 'The browser offers WebGPU, but found no graphics adapter for it',
    hint: useWasm,
  }),
  'runtime/no-driver': (p: { reason: string }): ErrorText => ({
    message: `Node found no graphics card to run on: ${p.reason}`,
    hint: 'Install a Vulkan driver and libvulkan.so.1, or use those of a Chromium, which run in software: see docs/real-models.md. The CPU needs neither: leave the option out.',
  }),
  'runtime/adapter-failed': (p: { reason: string }): ErrorText => ({
    message: `The browser offers WebGPU, but failed to look for a graphics adapter: ${p.reason}`,
    hint: useWasm,
  }),
  'runtime/device-refused': (p: { adapter: string; reason: string }): ErrorText => ({
    message: `The graphics adapter (${p.adapter}) refused to work for this page: ${p.reason}`,
    hint: `Close other pages that use the graphics card and load the model again. ${useWasm}`,
  }),
  'runtime/graphics-silent': (p: { seconds: string }): ErrorText => ({
    message: `The graphics card did not answer within ${p.seconds} seconds`,
    hint: 'Load the model again, or choose the WASM backend.',
  }),
  'runtime/device-lost': (p: { reason: string }): ErrorText => ({
    message: `The browser lost the graphics device: ${p.reason}`,
    hint: 'Load the model again, or choose the WASM backend.',
  }),
  'runtime/not-started': (p: { reason: string }): ErrorText => ({
    message: `The runtime could not be started: ${p.reason}`,
    hint: 'Check your connection, then load the model again.',
  }),
  'runtime/threads-silent': (p: { seconds: string }): ErrorText => ({
    message: `The threads of the runtime did not start within ${p.seconds} seconds`,
    hint: 'Load the model again.',
  }),
  'runtime/failed': (p: { what: string; reason: string }): ErrorText => ({
    message: `${p.what} failed: ${p.reason}`,
    hint: 'Load the model again. If it still fails, use a smaller batch or the WASM backend.',
  }),
  'runtime/released': (p: { what: string }): ErrorText => ({
    message: `The ${p.what} was already released`,
    hint: 'Load the model again.',
  }),
};

export const fail: Fail<ParamsOf<typeof runtimeErrors>> = failWith(runtimeErrors);
