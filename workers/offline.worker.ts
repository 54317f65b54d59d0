/**
 * The service worker: serves every file of the build from a cache. The shell is cached at once; the models, the data
 * set and the runtime when the page, once it is shown, asks for them.
 */
import { siteName } from '../src/base/site';
import { KEEP_REST, TAKE_OVER, type CachedMessage } from '../src/bridge/offline-messages';
import type { Shipped } from './offline/intact';
import { restOf, shellOf } from './offline/order';
import { leaveSharedCache } from './offline/shared-cache';
import { Shelf } from './offline/shelf';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly Shipped[] };

const files = self.__WB_MANIFEST;
const scope = new URL(self.registration.scope);
const shelf = new Shelf({
  files,
  scope,
  open: () => caches.open(siteName(scope)),
  fetch: (request) => fetch(request),
});

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(shellOf(files).map((file) => shelf.keep(file))));
});

// A new build waits until no page uses the old one, or the user asks for it; the very first takes over the page that
// asked for it.
self.addEventListener('activate', (event) => {
  event.waitUntil(leaveSharedCache(caches, scope).then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  if (!shelf.has(event.request)) return;
  event.respondWith(shelf.answer(event.request, (keeping) => event.waitUntil(keeping)));
});

self.addEventListener('message', (event) => {
  if (event.data === KEEP_REST) event.waitUntil(keepRest(event.source));
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting());
});

/** One after another, so that the page's own requests are not delayed. What fails is left for the next time. */
async function keepRest(page: Client | ServiceWorker | MessagePort | null): Promise<void> {
  // Other tabs may still run an earlier build, and need its files.
  if ((await self.clients.matchAll({ includeUncontrolled: true })).length <= 1) await shelf.tidy();
  const rest = restOf(files);
  const tell = (done: number, isOver: boolean): void => {
    page?.postMessage({ kind: 'kept', done, of: rest.length, isOver } satisfies CachedMessage);
  };
  let done = 0;
  for (const file of rest) {
    tell(done, false);
    done += await shelf.keep(file).then(
      () => 1,
      () => 0, // no network, another file, or a full disk
    );
  }
  tell(done, true);
}
