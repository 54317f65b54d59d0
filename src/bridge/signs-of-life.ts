/**
 * How a worker shows the page that it is there, however long it computes without a pause. The browser frees the lock of
 * a thread that ends, however it ends. Where there are no locks (at an insecure address), a worker of the worker sends a
 * pulse: it ends with the thread that started it.
 */
import { workerOf } from '../base/policy-worker';

export type SignOfLife = 'lock' | 'pulse';

/** What every worker offers. */
export interface LivingService {
  /** Shows from now on that the worker lives: see `showLife`. */
  start(lock: string, pulse: MessagePort): Promise<SignOfLife | null>;
}

/** Milliseconds between two beats of a pulse. */
const BEAT = 1000;

const beating = `onmessage = ({ data }) => setInterval(() => data.postMessage(null), ${BEAT});`;

/** For as long as this thread lives: holds the lock or, where that cannot be, sends a pulse through `port`. null: neither */
export async function showLife(lock: string, port: MessagePort): Promise<SignOfLife | null> {
  if (await holds(lock)) {
    port.close();
    return 'lock';
  }
  try {
    workerOf(beating).postMessage(port, [port]);
    return 'pulse';
  } catch {
    return null; // a browser whose workers start no others
  }
}

function holds(name: string): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const hold = (): Promise<never> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    navigator.locks.request(name, hold).catch(() => {
      resolve(false);
    });
  });
}
