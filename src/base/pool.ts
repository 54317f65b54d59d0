/** Several tasks at the same time. */

/**
 * Runs `task` for every item, at most `most` at once, in their order. After a failure no other begins.
 * @throws the first failure, once all that began have settled
 */
export async function atOnce<T>(
  items: readonly T[],
  most: number,
  task: (item: T, index: number) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let i = next++; i < items.length && failures.length === 0; i = next++) {
      const item = items[i];
      if (item === undefined) return;
      try {
        await task(item, i);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
  if (failures.length > 0) throw failures[0];
}
