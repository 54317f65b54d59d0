/** A promise with callbacks as an async generator: what is emitted until it settles, and then its result. */
export async function* stream<E, R>(start: (emit: (event: E) => void) => Promise<R>): AsyncGenerator<E, R> {
  const waiting: E[] = [];
  let wake: () => void = () => undefined;
  let isSettled = false;
  const result = start((event) => {
    waiting.push(event);
    wake();
  }).finally(() => {
    isSettled = true;
    wake();
  });
  // Whoever iterates hears of a rejection below; until then it is not an unhandled one.
  result.catch(() => undefined);
  for (;;) {
    yield* waiting.splice(0);
    if (waiting.length > 0) continue;
    if (isSettled) return result;
    await new Promise<void>((resolve) => (wake = resolve));
  }
}
