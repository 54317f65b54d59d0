/** The page's data in the browser outside its database. */
import { forgetShared } from '../../../store/database';
import { clearPreferences } from '../../browser/preferences/storage';
import { site } from '../../browser/site';

/** Deletes the offline cache, its service worker, every preference, and what versions before 0.3 kept. */
export async function clearBrowser(): Promise<void> {
  clearPreferences();
  if ('serviceWorker' in navigator) {
    const found = await navigator.serviceWorker.getRegistration();
    // A copy in a folder above this one may have a worker of its own.
    if (found?.scope === new URL('.', document.baseURI).href) await found.unregister();
  }
  if ('caches' in globalThis) await caches.delete(site);
  await forgetShared().catch(() => undefined); // no database: nothing was kept
}
