/** Saves the latest state, one write at a time: of states that arrive during a write, only the last is written. */

export type SaveState = 'saved' | 'saving' | 'failed';

/** How to write each state that waits for an earlier write to end. */
const waiting = new Set<() => void>();

/** Writes every state that waits, now: the page is about to be closed. */
export function writeWaiting(): void {
  for (const write of waiting) write();
}

/**
 * `report` is called on every status change. The returned function never throws; a failed write is retried with the next
 * state. `write` may be called before the last write has ended, see `writeWaiting`.
 */
export function autosave<V>(
  write: (value: V) => Promise<void>,
  report: (state: SaveState) => void,
): (valueOf: () => V) => void {
  let next: (() => V) | null = null;
  let writes = 0;
  const writeNext = (): void => void run();
  const run = async (): Promise<void> => {
    waiting.delete(writeNext);
    const valueOf = next;
    if (!valueOf) return;
    next = null;
    writes += 1;
    let state: SaveState = 'saved';
    try {
      await write(valueOf());
    } catch {
      state = 'failed';
    }
    writes -= 1;
    if (writes > 0) return;
    if (waiting.has(writeNext)) writeNext();
    else report(state);
  };
  return (valueOf) => {
    next = valueOf;
    if (writes > 0) {
      waiting.add(writeNext);
      return;
    }
    report('saving');
    writeNext();
  };
}
