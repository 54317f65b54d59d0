/** Saves the latest state, one write at a time: of states that arrive during a write, only the last is written. */

export type SaveState = 'saved' | 'saving' | 'failed';

/**
 * `report` is called on every status change. The returned function never throws; a failed write is retried with the next
 * state.
 */
export function autosave<V>(
  write: (value: V) => Promise<void>,
  report: (state: SaveState) => void,
): (valueOf: () => V) => void {
  let next: (() => V) | null = null;
  let isWriting = false;
  const run = async (): Promise<void> => {
    isWriting = true;
    report('saving');
    let state: SaveState = 'saved';
    for (let valueOf = next; valueOf; valueOf = next) {
      next = null;
      try {
        await write(valueOf());
        state = 'saved';
      } catch {
        state = 'failed';
      }
    }
    isWriting = false;
    report(state);
  };
  return (valueOf) => {
    next = valueOf;
    if (!isWriting) void run();
  };
}
