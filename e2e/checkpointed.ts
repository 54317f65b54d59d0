/** The page's saved data, read directly from the browser's database. */
import type { Page } from '@playwright/test';
import { v } from '../src/base/schema';

const checkpoint = v.optional(v.object({ state: v.object({ step: v.number() }) }));

/** The value that the first project saved under a key; undefined if none. */
export function saved(page: Page, key: string): Promise<unknown> {
  return page.evaluate(
    (path) =>
      new Promise<unknown>((resolve, reject) => {
        const open = indexedDB.open(`lethe${location.pathname}`);
        open.onerror = () => reject(new Error('no database'));
        open.onsuccess = () => {
          const store = open.result.transaction('kept').objectStore('kept');
          const request: IDBRequest<unknown> = store.get(path);
          request.onsuccess = () => {
            open.result.close();
            resolve(request.result);
          };
        };
      }),
    `project/1/${key}`,
  );
}

/** Steps that the saved checkpoint has; 0 if there is none. */
export async function checkpointed(page: Page): Promise<number> {
  return v.parse(checkpoint, await saved(page, 'run/checkpoint'))?.state.step ?? 0;
}
