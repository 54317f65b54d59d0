/**
 * Whether a training diverges: a number overflows, the gradient's direction is all rounding, or the loss stays far above
 * where it began. A loss may be negative, as that of gradient difference is.
 */

/** Losses that are averaged: single batches may be hard. */
const WINDOW = 8;
/** Far above: its own size above where it began, and this much more (nats). */
const MARGIN = 1;
/** A norm whose gradient, clipped to 1, has no correct digits left in float32. */
const LARGEST_NORM = 1e7;
/** Good: above the lowest average so far by at most this share of its size. */
const NEAR_LOWEST = 0.25;

export class DivergenceMonitor {
  readonly #recent: number[] = [];
  #first: number | null = null;
  #lowest = Number.POSITIVE_INFINITY;
  #hasDiverged = false;

  /** To be called after every step. */
  see(loss: number, gradientNorm: number): void {
    this.#recent.push(loss);
    if (this.#recent.length > WINDOW) this.#recent.shift();
    const isNumber = Number.isFinite(loss) && gradientNorm <= LARGEST_NORM;
    this.#hasDiverged ||= !isNumber;
    if (this.#recent.length < WINDOW) return;
    const mean = this.#mean();
    this.#first ??= mean;
    this.#lowest = Math.min(this.#lowest, mean);
    this.#hasDiverged ||= mean > this.#first + Math.abs(this.#first) + MARGIN;
  }

  /** Whether it has diverged, now or before. */
  get hasDiverged(): boolean {
    return this.#hasDiverged;
  }

  /** Whether the losses are about as low as they ever were. */
  get isGood(): boolean {
    return !this.#hasDiverged && this.#mean() <= this.#lowest + NEAR_LOWEST * Math.abs(this.#lowest);
  }

  #mean(): number {
    return this.#recent.reduce((sum, loss) => sum + loss, 0) / this.#recent.length;
  }
}
