/** A value that follows another once it has not changed for a while, for what is too slow to follow every key press. */
import { flushSync } from 'svelte';

/** Milliseconds without changes. */
const QUIET = 250;
/** What follows the value may take at most this share of the time without changes. */
const SHARE = 0.25;

export class Settled<V> {
  #value: V;
  #wait = QUIET;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(value: V) {
    this.#value = $state.raw(value);
  }

  get value(): V {
    return this.#value;
  }

  /** Takes the value at once. */
  set(value: V): void {
    clearTimeout(this.#timer);
    this.#value = value;
  }

  /** Takes the value after a while without further changes: longer if the last time took long. */
  follow(value: V): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const start = performance.now();
      flushSync(() => {
        this.#value = value;
      });
      this.#wait = Math.max(QUIET, (performance.now() - start) / SHARE);
    }, this.#wait);
  }
}
