/** Lets a long job through, or holds it while it is paused. */
export class PauseGate {
  #open: (() => void) | null = null;
  #closed: Promise<void> | null = null;

  pause(): void {
    this.#closed ??= new Promise((resolve) => (this.#open = resolve));
  }

  resume(): void {
    this.#open?.();
    this.#open = null;
    this.#closed = null;
  }

  get isClosed(): boolean {
    return this.#closed !== null;
  }

  /** Lets one caller through and holds the next. */
  step(): void {
    this.resume();
    this.pause();
  }

  /** Resolves at once, or when the gate is opened again. */
  async pass(): Promise<void> {
    await this.#closed;
  }
}
