/** The bytes of the array buffers of pages and workers, as Chromium tells its driver. WASM heaps are not among them. */
import { setTimeout } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { v } from '../../src/base/schema';

/** Milliseconds between two looks. A thread answers between two tasks. */
const EVERY = 200;

const answer = v.object({ result: v.object({ backingStorageSize: v.number() }) });
const question = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });

interface Thread {
  /** in its last answer */
  bytes: number;
  isAsked: boolean;
}

/** Looks at every page and worker of the browser until that is closed. Returns the most bytes at one look so far. */
export async function watchArrayBuffers(browser: Browser): Promise<() => number> {
  const session = await browser.newBrowserCDPSession();
  /** by the session of its target */
  const threads = new Map<string, Thread>();
  const attached = new Set<string>();
  let most = 0;
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    const thread = threads.get(sessionId);
    const read = v.safeParse(answer, JSON.parse(message));
    if (!thread || !read.success) return;
    Object.assign(thread, { bytes: read.output.result.backingStorageSize, isAsked: false });
    most = Math.max(
      most,
      [...threads.values()].reduce((sum, { bytes }) => sum + bytes, 0),
    );
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => threads.delete(sessionId));

  const look = async (): Promise<void> => {
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
    for (const { targetId, type } of targetInfos) {
      if (attached.has(targetId) || (type !== 'page' && type !== 'worker')) continue;
      attached.add(targetId);
      const { sessionId } = await session.send('Target.attachToTarget', { targetId });
      threads.set(sessionId, { bytes: 0, isAsked: false });
    }
    for (const [sessionId, thread] of threads) {
      if (thread.isAsked) continue;
      thread.isAsked = true;
      await session.send('Target.sendMessageToTarget', { sessionId, message: question });
    }
  };
  const watch = async (): Promise<void> => {
    while (browser.isConnected()) {
      await look().catch(() => undefined); // a target ended meanwhile
      await setTimeout(EVERY);
    }
  };
  void watch();
  return () => most;
}
