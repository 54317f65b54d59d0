/** What the page keeps in the browser's database, read past the page. */
import type { Page } from '@playwright/test';
import { v } from '../src/base/schema';

const checkpoint = v.optional(v.object({ state: v.object({ step: v.number() }) }));

/** Steps that the kept checkpoint has; 0 if there is none. */
export async function checkpointed(page: Page): Promise<number> {
  const kept = await page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const open = indexedDB.open('lethe');
        open.onerror = () => reject(new Error('no database'));
        open.onsuccess = () => {
          const store = open.result.transaction('kept').objectStore('kept');
          const request: IDBRequest<unknown> = store.get('project/1/run/checkpoint');
          request.onsuccess = () => {
            open.result.close();
            resolve(request.result);
          };
        };
      }),
  );
  return v.parse(checkpoint, kept)?.state.step ?? 0;
}
