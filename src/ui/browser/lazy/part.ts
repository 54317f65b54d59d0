/** Parts of the page that are fetched when they are first needed. */
import { part as fetchedPart } from '../../../files/part';
import { release } from '../offline/release.svelte';

/** The same; after a failure, the page also looks whether a new version has replaced the part. */
export function part<T>(load: () => Promise<T>): () => Promise<T> {
  const fetched = fetchedPart(load);
  return () =>
    fetched().catch((error: unknown) => {
      void release.check();
      throw error;
    });
}
