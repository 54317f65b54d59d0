/** Lets a long job through, holds it while it is paused, and runs short tasks between two of its steps. */
import { unlessAborted } from './abort';

export class PauseGate {
  #open: (() => void) | null = null;
  #closed: Promise<void> | null = null;
  readonly #tasks: (() => Promise<unknown>)[] = [];
  /** Wakes a job that is held, for a task. */
  #wake: () => void = () => undefined;

  pause(): void {
    this.#closed ??= new Promise((resolve) => (this.#open = resolve));
  }

  resume(): void {
    this.#open?.();
    this.#open = null;
    this.#closed = null;
  }

  /** Whether a job that arrives now has to wait. */
  get holds(): boolean {
    return this.#closed !== null || this.#tasks.length > 0;
  }

  /** Lets one caller through and holds the next. */
  step(): void {
    this.resume();
    this.pause();
  }

  /** Runs `task` when the job is between two steps, paused or not; once `signal` aborts, no longer. */
  between<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const result = new Promise<T>((resolve, reject) => {
      this.#tasks.push(async () => {
        if (!signal.aborted) await task().then(resolve, reject);
      });
    });
    this.#wake();
    return unlessAborted(result, signal);
  }

  /** Runs the tasks that wait. */
  async runTasks(): Promise<void> {
    for (let task = this.#tasks.shift(); task; task = this.#tasks.shift()) await task();
  }

  /** Resolves at once, or when the gate is opened again; tasks run meanwhile. */
  async pass(): Promise<void> {
    let isOpen = this.#closed === null;
    const opened = this.#closed?.then(() => (isOpen = true));
    for (;;) {
      await this.runTasks();
      if (this.#tasks.length > 0) continue;
      if (isOpen) return;
      await Promise.race([opened, new Promise<void>((resolve) => (this.#wake = resolve))]);
    }
  }
}
