/** Sizes of the runtime's files, which the page states before it fetches them. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Bytes by backend. */
export function runtimeBytes(): Readonly<Record<'wasm' | 'webgpu', number>> {
  const { resolve } = createRequire(import.meta.url);
  const bytes = (name: string): number => statSync(resolve(`onnxruntime-web/${name}`)).size;
  return {
    wasm: bytes('ort-wasm-simd-threaded.wasm'),
    webgpu: bytes('ort-wasm-simd-threaded.asyncify.wasm'),
  };
}
