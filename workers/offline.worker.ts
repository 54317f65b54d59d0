/**
 * The service worker: serves every file of the build from a cache. The shell is cached at once; the models, the data
 * set and the runtime when the page, once it is shown, asks for them.
 */
import { KEEP_REST, type CachedMessage } from '../src/bridge/offline-messages';
import { restOf, shellOf } from './offline/order';
import { Shelf, type Shipped } from './offline/shelf';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly Shipped[] };

const files = self.__WB_MANIFEST;
const shelf = new Shelf({
  files,
  scope: new URL(self.registration.scope),
  open: () => caches.open('lethe'),
  fetch: (request) => fetch(request),
});

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(shellOf(files).map((file) => shelf.keep(file))));
});

// A new build waits until no page uses the old one; the very first takes over the page that asked for it.
self.addEventListener('activate', (event) => {
  event.waitUntil(shelf.tidy().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  if (!shelf.has(event.request)) return;
  event.respondWith(shelf.answer(event.request, (keeping) => event.waitUntil(keeping)));
});

self.addEventListener('message', (event) => {
  if (event.data === KEEP_REST) event.waitUntil(keepRest(event.source));
});

/** One after another, so that the page's own requests are not delayed. Stops silently without a network. */
async function keepRest(page: Client | ServiceWorker | MessagePort | null): Promise<void> {
  const rest = restOf(files);
  const tell = (done: number): void => {
    page?.postMessage({ kind: 'kept', done, of: rest.length } satisfies CachedMessage);
  };
  for (const [done, file] of rest.entries()) {
    tell(done);
    try {
      await shelf.keep(file);
    } catch {
      return; // offline: the next visit continues from here
    }
  }
  tell(rest.length);
}
