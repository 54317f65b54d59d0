/** Parts of the program, and libraries, that are fetched when they are first needed. */
import { once } from '../base/once';
import { fail } from './errors';

/**
 * `load` as a function that fetches at most once. A failure is not kept: the next call fetches again.
 * @throws LetheError file/part-missing
 */
export function part<T>(load: () => Promise<T>): () => Promise<T> {
  const fetched = once(load);
  return () =>
    fetched().catch((error: unknown) =>
      fail('file/part-missing', { reason: error instanceof Error ? error.message : String(error) }, error),
    );
}
