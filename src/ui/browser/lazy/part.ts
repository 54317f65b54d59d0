/** Parts of the page that are fetched when they are first needed. */
import { once } from '../../../base/once';
import { fail } from '../../../files/errors';
import { release } from '../offline/release.svelte';

/**
 * `load` as a function that fetches at most once. After a failure the next call fetches again, and the page looks
 * whether a new version has replaced the part.
 * @throws LetheError file/part-missing
 */
export function part<T>(load: () => Promise<T>): () => Promise<T> {
  const fetched = once(load);
  return () =>
    fetched().catch((error: unknown) => {
      void release.check();
      const reason = error instanceof Error ? error.message : String(error);
      return fail('file/part-missing', { reason }, error);
    });
}
