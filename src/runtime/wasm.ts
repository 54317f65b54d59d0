/** The WASM device: the CPU build of onnxruntime-web, with threads when the page is isolated. */
import { cores } from '../base/browser';
import { cpuDevice } from './cpu-device';
import type { Device } from './device';
import { started } from './ort-start';
import { loadCpuOrt, runtimeFiles } from './ort-web';
import { wasmMemoryBytes } from './wasm-memory';
import { wasmOptions } from './wasm-options';

const MOST_THREADS = 8;

/** How many threads can be used here, and why not more. */
export function wasmThreads(): { readonly threads: number; readonly detail: string } {
  if (!globalThis.crossOriginIsolated) return { threads: 1, detail: 'not cross-origin isolated' };
  return { threads: Math.min(cores(), MOST_THREADS), detail: `${cores()} cores` };
}

/** Opens the WASM device. @throws LetheError runtime/not-started, runtime/threads-silent */
export async function openWasm(): Promise<Device> {
  const { threads, detail } = wasmThreads();
  const ort = await loadCpuOrt(threads);
  return started(
    cpuDevice(ort, {
      ...wasmOptions,
      info: { backend: 'wasm', threads, detail },
      memoryBytes: wasmMemoryBytes,
    }),
    runtimeFiles.wasm.wasm,
  );
}
