/** The cache of the browser, with a limit on each answer: one that hangs must not hold up the page. */
import { withLimit } from '../../src/base/abort';
import { limits } from '../../src/base/limits';

/** The part of the Cache API that is used. */
export type Store = Pick<Cache, 'match' | 'put' | 'keys' | 'delete'>;

/** Opens a cache. It and its methods reject with a TimeoutError after `limits.storage`. */
export async function openPrompt(open: () => Promise<Store>): Promise<Store> {
  const store = await prompt(open());
  return {
    match: (...asked) => prompt(store.match(...asked)),
    put: (...given) => prompt(store.put(...given)),
    keys: (...asked) => prompt(store.keys(...asked)),
    delete: (...asked) => prompt(store.delete(...asked)),
  };
}

const prompt = <T>(answer: Promise<T>): Promise<T> =>
  withLimit(answer, limits.storage, () => new DOMException('The cache did not answer', 'TimeoutError'));
