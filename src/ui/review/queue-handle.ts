/** What a task can ask of the queue that shows it. */
export interface QueueHandle {
  /** Shows the next open item; says so when there is none. */
  next(): void;
  /** Puts the focus where the keys of the task work. */
  focus(): void;
}
