/** How fast bytes come, and how long the rest will take: from what came of late, and nothing before enough is known. */

/** Milliseconds that are looked back on. */
const WINDOW = 20_000;
/** Milliseconds before anything is said. */
const LEAST = 2_000;

export class TransferRate {
  /** bytes that had come at each moment, oldest first */
  #seen: { readonly at: number; readonly bytes: number }[] = [];

  /** `bytes`: all that have come. `now`: in milliseconds, of any clock that only goes forward. */
  see(bytes: number, now: number): void {
    this.#seen.push({ at: now, bytes });
    // One from before the window stays, so that the window is covered.
    while ((this.#seen[1]?.at ?? now) < now - WINDOW) this.#seen.shift();
  }

  /** Bytes a second; null while that is not known. */
  perSecond(): number | null {
    const [first, last] = [this.#seen.at(0), this.#seen.at(-1)];
    if (!first || !last || last.at - first.at < LEAST) return null;
    return ((last.bytes - first.bytes) * 1000) / (last.at - first.at);
  }

  /** For `bytes` more; null while nothing comes, or while that is not known. */
  secondsFor(bytes: number): number | null {
    const rate = this.perSecond();
    return rate === null || rate <= 0 ? null : bytes / rate;
  }
}
