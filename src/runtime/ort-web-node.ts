/**
 * The WASM device in Node: the binary that the page runs, so that its bits can be had without a browser. The native
 * device is several times faster.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import * as ort from 'onnxruntime-web/wasm';
import { cpuDevice } from './cpu-device';
import type { Device } from './device';
import { started } from './ort-start';
import { wasmOptions } from './wasm-options';

/** Opens the WASM device with one thread. */
export function openWasmInNode(): Promise<Device> {
  const { resolve } = createRequire(import.meta.url);
  const glue = resolve('onnxruntime-web/ort-wasm-simd-threaded.mjs');
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = { mjs: pathToFileURL(glue).href };
  ort.env.wasm.wasmBinary = readFileSync(resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm'));
  ort.env.logLevel = 'error';
  return started(
    cpuDevice(ort, {
      ...wasmOptions,
      info: { backend: 'wasm', threads: 1, detail: 'onnxruntime-web in Node' },
      memoryBytes: () => process.memoryUsage().rss,
    }),
  );
}
