/** A promise with callbacks as an async generator, which yields every event and returns the result. */
export async function* stream<E, R>(start: (emit: (event: E) => void) => Promise<R>): AsyncGenerator<E, R> {
  const state = { waiting: [] as E[], wake: (): void => undefined, isSettled: false };
  const result = start((event) => {
    state.waiting.push(event);
    state.wake();
  }).finally(() => {
    state.isSettled = true;
    state.wake();
  });
  // The rejection is thrown below; without this it would count as unhandled until then.
  result.catch(() => undefined);
  for (;;) {
    yield* state.waiting.splice(0);
    if (state.waiting.length > 0) continue;
    if (state.isSettled) return result;
    await new Promise<void>((resolve) => (state.wake = resolve));
  }
}
