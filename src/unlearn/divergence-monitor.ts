/**
 * Whether a training is on course. It has gone astray if a figure is no longer a number, if the gradient's direction is
 * all rounding, or if the loss stays far above where it began.
 */

/** Losses that are averaged: single batches may be hard. */
const WINDOW = 8;
/** Far above: twice where it began, and this much more (nats). */
const MARGIN = 1;
/** A norm whose gradient, clipped to 1, has no correct digits left in float32. */
const LARGEST_NORM = 1e7;
/** Good: at most this many times the lowest average so far. */
const NEAR_LOWEST = 1.25;

export class DivergenceMonitor {
  readonly #recent: number[] = [];
  #first: number | null = null;
  #lowest = Number.POSITIVE_INFINITY;
  #hasDiverged = false;

  /** Hears of every step. */
  see(loss: number, gradientNorm: number): void {
    this.#recent.push(loss);
    if (this.#recent.length > WINDOW) this.#recent.shift();
    const isNumber = Number.isFinite(loss) && gradientNorm <= LARGEST_NORM;
    this.#hasDiverged ||= !isNumber;
    if (this.#recent.length < WINDOW) return;
    const mean = this.#mean();
    this.#first ??= mean;
    this.#lowest = Math.min(this.#lowest, mean);
    this.#hasDiverged ||= mean > 2 * this.#first + MARGIN;
  }

  /** Whether it has gone astray, now or before. */
  get hasDiverged(): boolean {
    return this.#hasDiverged;
  }

  /** Whether the losses are about as low as they ever were. */
  get isGood(): boolean {
    return !this.#hasDiverged && this.#mean() <= NEAR_LOWEST * this.#lowest;
  }

  #mean(): number {
    return this.#recent.reduce((sum, loss) => sum + loss, 0) / this.#recent.length;
  }
}
