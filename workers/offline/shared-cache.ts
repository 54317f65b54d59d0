/** Up to version 0.2 every copy on an origin kept its files in one cache. */
import { SHARED_NAME } from '../../src/base/site';

/** Deletes the files of the copy at `scope` from the shared cache, and the cache once it is empty. */
export async function leaveSharedCache(caches: CacheStorage, scope: URL): Promise<void> {
  if (!(await caches.has(SHARED_NAME))) return;
  const shared = await caches.open(SHARED_NAME);
  for (const request of await shared.keys())
    if (request.url.startsWith(scope.href)) await shared.delete(request);
  if ((await shared.keys()).length === 0) await caches.delete(SHARED_NAME);
}
