/**
 * The two builds of onnxruntime-web: CPU, and the native WebGPU execution provider. Both are served from the page's
 * folder, and at most one is fetched.
 */
import cpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import cpuWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import gpuGlue from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import gpuWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import type { Ort } from './ort-device';
import { startable } from './ort-start';
import { countWasmMemory } from './wasm-memory';

/** In development they are paths from the root, and the address of a worker started from a blob has no path. */
const absolute = (url: string): string => new URL(url, import.meta.url).href;

/** The files of each build, for a library that starts the runtime itself. */
export const runtimeFiles = {
  wasm: { mjs: absolute(cpuGlue), wasm: absolute(cpuWasm) },
  webgpu: { mjs: absolute(gpuGlue), wasm: absolute(gpuWasm) },
} as const;

/** The CPU build, with this many threads. @throws LetheError runtime/not-started */
export async function loadCpuOrt(threads: number): Promise<Ort> {
  countWasmMemory();
  const { mjs, wasm } = runtimeFiles.wasm;
  return startable(async () => {
    const ort = await import('onnxruntime-web/wasm');
    ort.env.wasm.numThreads = threads;
    ort.env.wasm.wasmPaths = { mjs, wasm };
    ort.env.logLevel = 'error';
    return ort;
  }, [mjs, wasm]);
}

/**
 * The WebGPU build. Its CPU part needs only one thread: it does just what the GPU cannot.
 * @throws LetheError runtime/not-started
 */
export async function loadGpuOrt(): Promise<Ort> {
  countWasmMemory();
  const { mjs, wasm } = runtimeFiles.webgpu;
  return startable(async () => {
    const ort = await import('onnxruntime-web/webgpu');
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmPaths = { mjs, wasm };
    ort.env.logLevel = 'error';
    return ort;
  }, [mjs, wasm]);
}
