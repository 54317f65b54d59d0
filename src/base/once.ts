/** Loading what is needed only later: several tries, and a failure is never kept. */

/** Milliseconds before each further try. */
const PAUSES = [300, 1500] as const;

/** Resolves with the first success. Rejects with the error of the last try. */
export async function attempts<T>(
  act: () => Promise<T>,
  [pause, ...more]: readonly number[] = PAUSES,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (pause === undefined) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return attempts(act, more);
  }
}

/** `load` as a function that loads at most once; after a failure, the next call loads again. */
export function once<T>(load: () => Promise<T>, pauses?: readonly number[]): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= attempts(load, pauses).catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}
