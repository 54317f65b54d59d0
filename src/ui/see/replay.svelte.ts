/** Where the replay is: an index into the looks. It follows the last look until it is moved, and plays from the first. */

/** Milliseconds of a whole replay, however many looks there are. */
const WHOLE = 6000;

export class Replay {
  readonly #count: () => number;
  /** null: the last look, also when more come */
  #chosen = $state<number | null>(null);
  #timer = $state.raw<ReturnType<typeof setInterval> | null>(null);

  /** `count`: how many looks there are now. */
  constructor(count: () => number) {
    this.#count = count;
  }

  get at(): number {
    const last = this.#count() - 1;
    return Math.min(this.#chosen ?? last, last);
  }

  get isPlaying(): boolean {
    return this.#timer !== null;
  }

  move(to: number): void {
    this.stop();
    this.#chosen = to === this.#count() - 1 ? null : to;
  }

  /** Goes to the last look, and stays there when more come. */
  follow(): void {
    this.stop();
    this.#chosen = null;
  }

  /** Plays from the first look to the last. */
  play(): void {
    this.stop();
    this.#chosen = 0;
    this.#timer = setInterval(() => this.#next(), WHOLE / this.#count());
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #next(): void {
    const next = this.at + 1;
    if (next < this.#count() - 1) this.#chosen = next;
    else this.move(this.#count() - 1);
  }
}
