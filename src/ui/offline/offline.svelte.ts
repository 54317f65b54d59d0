/** Whether the page works offline: starts the worker that caches its files, and reports its progress. */
import { isCachedMessage, KEEP_REST } from '../../bridge/offline-messages';

type OfflineState =
  /** this browser, window or address cannot cache files */
  | { readonly kind: 'unavailable' }
  /** the page itself is cached; large files are not, to save data */
  | { readonly kind: 'spared' }
  | { readonly kind: 'keeping'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready' };

class Offline {
  #state = $state.raw<OfflineState>({ kind: 'unavailable' });

  get state(): OfflineState {
    return this.#state;
  }

  /** Called once the page is mounted; does nothing in development, where files change all the time. */
  async start(): Promise<void> {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    try {
      const { serviceWorker } = navigator;
      await serviceWorker.register('./offline.worker.js');
      const { active } = await serviceWorker.ready;
      if (!active || sparesData()) {
        this.#become({ kind: 'spared' });
        return;
      }
      serviceWorker.addEventListener('message', ({ data }) => this.#hear(data));
      active.postMessage(KEEP_REST);
    } catch {
      // Denied, as in some private windows: the page works as long as there is a network.
    }
  }

  #hear(data: unknown): void {
    if (!isCachedMessage(data)) return;
    const { done, of } = data;
    this.#become(done === of ? { kind: 'ready' } : { kind: 'keeping', done, of });
  }

  /** The root tells it, too, for whoever is no component. */
  #become(state: OfflineState): void {
    this.#state = state;
    document.documentElement.dataset.offline = state.kind;
  }
}

/** Of this page. */
export const offline = new Offline();

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
