/**
 * The size of the WASM heap. onnxruntime does not report it, but allocates through the global `WebAssembly.Memory`, so
 * a subclass put there before it loads can keep track.
 */
const memories = new Set<WebAssembly.Memory>();
let isCounting = false;

/** From now on, keeps track of every WASM memory allocated in this thread. */
export function countWasmMemory(): void {
  if (isCounting) return;
  isCounting = true;
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.add(this);
    }
  };
}

/** Bytes of all WASM memories of this thread; WASM memory never shrinks, so this is also the peak. */
export function wasmMemoryBytes(): number {
  return [...memories].reduce((bytes, memory) => bytes + memory.buffer.byteLength, 0);
}
