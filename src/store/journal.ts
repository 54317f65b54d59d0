/**
 * A store whose page may be closed at any moment. Some browsers drop what is on its way to their database then, so it is
 * noted where writing takes no time, and written at the next visit.
 */
import { tryJson } from '../base/json';
import { v } from '../base/schema';
import type { Change, KeyValue } from './key-value';

/** A place for one text, such as in local storage. None of this throws. */
export interface Notes {
  read(): string | null;
  write(text: string): void;
  clear(): void;
}

export interface Journal extends KeyValue {
  /** Notes every change that is not saved yet: the page may be about to be closed. */
  note(): void;
  /** Saves what the last visit noted. Call before anything is read. */
  replay(): Promise<void>;
}

const noted = v.array(
  v.object({
    put: v.optional(v.record(v.string(), v.unknown()), {}),
    remove: v.optional(v.array(v.string()), []),
  }),
);

/** `store` holds nothing that JSON does not: others keep arrays of numbers. `place` returns where it notes now. */
export function journaled(store: KeyValue, place: () => Notes): Journal {
  const waiting = new Set<Change>();
  let isNoted = false;
  const note = (): void => {
    if (waiting.size === 0) return;
    isNoted = true;
    place().write(JSON.stringify([...waiting]));
  };
  return {
    ...store,
    note,
    async change(change) {
      waiting.add(change);
      if (isNoted) note(); // what is noted must not be older than what is saved
      try {
        await store.change(change);
      } finally {
        waiting.delete(change);
        if (isNoted && waiting.size === 0) {
          place().clear();
          isNoted = false;
        }
      }
    },
    async replay() {
      const notes = place();
      const text = notes.read();
      if (text === null) return;
      const result = tryJson(text);
      const read = v.safeParse(noted, 'value' in result ? result.value : null);
      try {
        for (const change of read.success ? read.output : []) await store.change(change);
        notes.clear();
      } catch {
        // Storage is full or denied: the next visit tries again.
      }
    },
  };
}
