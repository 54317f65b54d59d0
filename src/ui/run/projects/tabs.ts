/** The tabs of this copy of the page: before one deletes everything, all of them stop. */
import { site } from '../../browser/site';

/** Milliseconds that the other tabs have to stop. */
const PATIENCE = 5000;
/** The same where there are no locks, so that none of them can say that it has stopped. */
const UNANSWERED = 500;
const STOP = 'stop';
/** Every tab that works has it; the one that deletes waits until all have given it back. */
const LOCK = `${site}#at work`;

/** Absent at an insecure address, whatever the types say. */
const locks = 'locks' in navigator ? navigator.locks : undefined;
const channel = openChannel();
let stopThis: () => void = () => undefined;

/** null where the browser has none, or refuses it: Firefox does if it may keep nothing for the page. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(site);
  } catch {
    return null;
  }
}

/** Takes part from now on. `stop` ends all work of this tab, for good. */
export function joinTabs(stop: () => void): void {
  let giveBack: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (giveBack = resolve));
  locks?.request(LOCK, { mode: 'shared' }, () => stopped).catch(() => undefined);
  stopThis = () => {
    stop();
    giveBack();
  };
  channel?.addEventListener('message', ({ data }) => {
    if (data === STOP) stopThis();
  });
}

/** Resolves once this tab and all others have stopped, or did not answer in time. */
export async function stopAllTabs(): Promise<void> {
  stopThis();
  channel?.postMessage(STOP);
  if (!locks) {
    await new Promise((resolve) => setTimeout(resolve, UNANSWERED));
    return;
  }
  const signal = AbortSignal.timeout(PATIENCE);
  await locks.request(LOCK, { signal }, () => undefined).catch(() => undefined);
}
