/**
 * The size of the WASM heap. onnxruntime does not tell it, but it makes its memory through the
 * global `WebAssembly.Memory`, so a subclass put there before it loads can remember it.
 */
const memories = new Set<WebAssembly.Memory>();
let isCounting = false;

/** Starts to remember every WASM memory made from now on in this thread. */
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

/** Bytes of all WASM memories of this thread; they never shrink, so this is also their peak. */
export function wasmMemoryBytes(): number {
  return [...memories].reduce((bytes, memory) => bytes + memory.buffer.byteLength, 0);
}
