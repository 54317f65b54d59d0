/** How much memory the runtime took in this thread. */
import { mostGpuBytes } from './gpu-memory';
import { wasmMemoryBytes } from './wasm-memory';

/** The most bytes so far. */
export interface PeakMemory {
  readonly wasmHeap: number;
  readonly gpuBuffers: number;
}

export const peakMemory = (): PeakMemory => ({ wasmHeap: wasmMemoryBytes(), gpuBuffers: mostGpuBytes() });
