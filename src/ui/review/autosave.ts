/** Saves the newest state, one write at a time: while one is under way, later states wait and only the last is kept. */

export type SaveState = 'saved' | 'saving' | 'failed';

/** `report` hears of every change of state. The returned function never throws; a failed write is tried with the next. */
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
