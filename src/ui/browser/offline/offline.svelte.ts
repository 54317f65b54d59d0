/** Whether the page works offline: starts the worker that caches its files, and reports its progress. */
import { isCachedMessage, KEEP_REST } from '../../../bridge/offline-messages';
import { release } from './release.svelte';

type OfflineState =
  /** this browser or window cannot cache files */
  | { readonly kind: 'unavailable' }
  /** nor can any browser at this address: it is neither https nor this machine's own */
  | { readonly kind: 'insecure' }
  /** the page itself is cached; large files are not, to save data */
  | { readonly kind: 'spared' }
  | { readonly kind: 'keeping'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready' };

/** Milliseconds until files that could not be fetched are tried again. */
const AGAIN = 60_000;

class Offline {
  #state = $state.raw<OfflineState>({ kind: 'unavailable' });

  get state(): OfflineState {
    return this.#state;
  }

  /** Called once the page is mounted; does nothing in development, where files change all the time. */
  async start(): Promise<void> {
    if (!isSecureContext) this.#become({ kind: 'insecure' });
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    try {
      const { serviceWorker } = navigator;
      const registration = await serviceWorker.register('./offline.worker.js');
      release.watch(registration);
      this.#startAgainUnless(registration);
      await serviceWorker.ready;
      serviceWorker.addEventListener('message', ({ data }) => this.#hear(data, registration));
      if (sparesData()) this.#become({ kind: 'spared' });
      else registration.active?.postMessage(KEEP_REST);
    } catch {
      // Denied, as in some private windows, or no network: the page works as long as there is one.
      soon(() => void this.start());
    }
  }

  /** A worker whose files could not all be fetched is discarded by the browser. */
  #startAgainUnless({ installing, active }: ServiceWorkerRegistration): void {
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'redundant' && !active) soon(() => void this.start());
    });
  }

  #hear(data: unknown, registration: ServiceWorkerRegistration): void {
    if (!isCachedMessage(data)) return;
    const { done, of, isOver } = data;
    this.#become(done === of ? { kind: 'ready' } : { kind: 'keeping', done, of });
    if (isOver && done < of) soon(() => registration.active?.postMessage(KEEP_REST));
  }

  /** The root has it as an attribute, too, for scripts outside the page. */
  #become(state: OfflineState): void {
    this.#state = state;
    document.documentElement.dataset.offline = state.kind;
  }
}

/** Of this page. */
export const offline = new Offline();

/** Calls `then` in a minute, or as soon as there is a network again. */
function soon(then: () => void): void {
  const done = new AbortController();
  const act = (): void => {
    done.abort();
    clearTimeout(timer);
    then();
  };
  const timer = setTimeout(act, AGAIN);
  globalThis.addEventListener('online', act, { signal: done.signal });
}

/** Whether the user asked the browser to spare data. */
function sparesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}

/** Calls `then` once the page is painted and has nothing to do. */
export function whenIdle(then: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: 5000 });
  else setTimeout(then, 2000);
}
