import { failWith, type ErrorText, type Fail, type ParamsOf } from '../base/errors';

export const runtimeErrors = {
  'runtime/no-webgpu': (p: { reason: string }): ErrorText => ({
    message: `WebGPU is not available: ${p.reason}`,
    hint: 'Choose the WASM backend, which runs in every browser.',
  }),
  'runtime/device-lost': (p: { reason: string }): ErrorText => ({
    message: `The browser lost the graphics device: ${p.reason}`,
    hint: 'Load the model again, or choose the WASM backend.',
  }),
  'runtime/not-started': (p: { reason: string }): ErrorText => ({
    message: `The runtime could not be started: ${p.reason}`,
    hint: 'Check your connection, then load the model again.',
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
