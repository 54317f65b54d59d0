/** How much a run on this device still has to fetch: the model, and the runtime that computes with it. */
import type { DeviceChoice } from '../../lab/choose-device';
import { isOwnPath } from '../../files/own-files';
import type { CatalogEntry } from './catalogue';

/** A part of the address of each file, and its size. The build knows the sizes (vite.config.ts). */
const runtimes = {
  wasm: { part: 'ort-wasm-simd-threaded-', bytes: import.meta.env.RUNTIME_BYTES.wasm },
  webgpu: { part: 'ort-wasm-simd-threaded.asyncify-', bytes: import.meta.env.RUNTIME_BYTES.webgpu },
} as const;

/** Bytes that are not kept in this browser. With `auto`, both runtimes are measured if there is WebGPU. */
export async function missingBytes({ model, bytes }: CatalogEntry, backend: DeviceChoice): Promise<number> {
  const both = 'gpu' in navigator ? [runtimes.wasm, runtimes.webgpu] : [runtimes.wasm];
  const wanted = [
    ...(isOwnPath(model) ? [] : [{ part: `${model}/model.safetensors`, bytes }]),
    ...(backend === 'auto' ? both : [runtimes[backend]]),
  ];
  const kept = await keptAddresses();
  return wanted
    .filter(({ part }) => !kept.some((address) => address.includes(part)))
    .reduce((sum, one) => sum + one.bytes, 0);
}

/** The addresses of everything that this browser keeps for the page; none where it may keep nothing. */
async function keptAddresses(): Promise<string[]> {
  if (!('caches' in globalThis)) return []; // at an insecure address
  try {
    const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(stores.map((store) => store.keys()));
    return requests.flat().flatMap(({ url }) => (url.startsWith(document.baseURI) ? [url] : []));
  } catch {
    return [];
  }
}
