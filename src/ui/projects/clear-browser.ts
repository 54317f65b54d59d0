/** The page's data in the browser outside its database. */
import { DATABASE } from '../../store/database';
import { clearPreferences } from '../preferences/storage';

/** Deletes the offline cache, its service worker, and every preference. */
export async function clearBrowser(): Promise<void> {
  clearPreferences();
  if ('serviceWorker' in navigator) {
    const ours = await navigator.serviceWorker.getRegistration();
    await ours?.unregister();
  }
  if ('caches' in globalThis) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(DATABASE)).map((name) => caches.delete(name)));
  }
}

/** Bytes used by this origin, and its quota; null if the browser does not report them. */
export async function storageUse(): Promise<{ readonly used: number; readonly most: number } | null> {
  if (!('storage' in navigator)) return null;
  const { usage, quota } = await navigator.storage.estimate();
  return usage === undefined || quota === undefined ? null : { used: usage, most: quota };
}
