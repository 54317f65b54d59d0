/**
 * Runs a job to its end. This is the one place that reports progress, pauses a job, and
 * lets cancel messages in: a loop that awaits only microtasks would never see them.
 */
import type { PauseGate } from '../src/base/pause-gate';
import type { LabEvent } from '../src/lab/events';

/** Least time between two messages to the page, in milliseconds. */
const INTERVAL = 100;

export async function drain<R>(
  job: AsyncGenerator<LabEvent, R>,
  gate: PauseGate,
  onEvents: (events: readonly LabEvent[]) => void,
): Promise<R> {
  let waiting: LabEvent[] = [];
  let sent = 0;
  const send = (): void => {
    if (waiting.length > 0) onEvents(waiting);
    waiting = [];
    sent = performance.now();
  };
  try {
    for (;;) {
      const next = await job.next();
      if (next.done) return next.value;
      waiting.push(next.value);
      if (performance.now() - sent >= INTERVAL) send();
      await macrotask();
      if (!counts(next.value)) continue;
      if (gate.holds) send(); // events of finished work must not wait for the gate
      await gate.pass();
    }
  } finally {
    send();
  }
}

/** Whether an event counts as a step: a paused job takes one at a time, with all events in between. */
function counts({ kind }: LabEvent): boolean {
  return kind === 'step' || kind === 'label' || kind === 'write' || kind === 'evaluate';
}

function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
