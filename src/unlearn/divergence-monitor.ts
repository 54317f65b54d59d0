/**
 * Detects divergence: a number overflows, the direction of the gradient is mere rounding error, or the loss stays far
 * above its start. Losses may be negative, such as that of gradient difference.
 */

/** Number of losses that are averaged, since single batches may be hard. */
const WINDOW = 8;
/** How far above its start a loss may be: by the size of the first average, plus this (nats). */
const MARGIN = 1;
/** From this norm on, a gradient clipped to 1 has no correct digits left in float32. */
const LARGEST_NORM = 1e7;
/** A loss is good if it exceeds the lowest average so far by at most this share of its size. */
const NEAR_LOWEST = 0.25;

export class DivergenceMonitor {
  readonly #recent: number[] = [];
  #first: number | null = null;
  #lowest = Number.POSITIVE_INFINITY;
  #hasDiverged = false;

  /** Call this after every step. */
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

  /** Whether the training has diverged, now or earlier. */
  get hasDiverged(): boolean {
    return this.#hasDiverged;
  }

  /** Whether the losses are about as low as ever. */
  get isGood(): boolean {
    return !this.#hasDiverged && this.#mean() <= this.#lowest + NEAR_LOWEST * Math.abs(this.#lowest);
  }

  #mean(): number {
    return this.#recent.reduce((sum, loss) => sum + loss, 0) / this.#recent.length;
  }
}
