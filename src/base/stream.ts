/** A promise with callbacks as an async generator, which yields every event and returns the result. */
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
  // The rejection is thrown below; without this it would count as unhandled until then.
  result.catch(() => undefined);
  for (;;) {
    yield* waiting.splice(0);
    if (waiting.length > 0) continue;
    if (isSettled) return result;
    await new Promise<void>((resolve) => (wake = resolve));
  }
}
