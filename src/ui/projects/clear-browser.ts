/** The page's data in the browser outside its database. */
import { forgetShared } from '../../store/database';
import { clearPreferences } from '../preferences/storage';
import { site } from '../site';

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

/** Bytes used by this origin, and its quota; null if the browser does not report them. */
export async function storageUse(): Promise<{ readonly used: number; readonly most: number } | null> {
  if (!('storage' in navigator)) return null;
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { used: usage, most: quota };
}
