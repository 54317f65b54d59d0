/** Notices that a visitor has left. */

const inputs = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/** Calls `left` once, `milliseconds` after the last input. Returns what ends the wait. */
export function whenIdle(left: () => void, milliseconds: number): () => void {
  let timer = setTimeout(end, milliseconds);
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, milliseconds);
  };
  for (const name of inputs) addEventListener(name, wait, { capture: true, passive: true });

  function stop(): void {
    clearTimeout(timer);
    for (const name of inputs) removeEventListener(name, wait, { capture: true });
  }
  function end(): void {
    stop();
    left();
  }
  return stop;
}
