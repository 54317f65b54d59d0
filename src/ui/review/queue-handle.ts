/** The methods that a queue offers its task. */
export interface QueueHandle {
  /** Shows the next open item; announces if there is none. */
  next(): void;
  /** Moves the focus to where the task’s keys work. */
  focus(): void;
}
