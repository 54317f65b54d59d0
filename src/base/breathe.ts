/** Long work on the page’s thread, in steps between which the page can react. */

/** Most milliseconds of work between two pauses: a tenth of a second feels immediate. */
const LONGEST = 40;

/** Returns a function to await between steps: it lets other tasks run if the last pause was long ago. */
export function breather(now: () => number = () => performance.now()): () => Promise<void> {
  let last = now();
  return async () => {
    if (now() - last < LONGEST) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = now();
  };
}
