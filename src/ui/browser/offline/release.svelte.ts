/** Whether this tab runs the newest version of the page, and the change to a newer one. */
import { TAKE_OVER } from '../../../bridge/offline-messages';
import { urlSource, readText } from '../../../files/source';

/** `waiting`: a newer version is ready to take over; `replaced`: it is in use, and this tab still runs the old one. */
type ReleaseState = 'current' | 'waiting' | 'replaced';

/** Milliseconds that a new version has to take over. */
const PATIENCE = 5000;

class Release {
  #state = $state<ReleaseState>('current');
  #registration: ServiceWorkerRegistration | null = null;
  #isApplying = false;

  get state(): ReleaseState {
    return this.#state;
  }

  /** Follows a service worker, which fetches newer versions. */
  watch(registration: ServiceWorkerRegistration): void {
    if (this.#registration) return;
    this.#registration = registration;
    const { serviceWorker } = navigator;
    let isControlled = serviceWorker.controller !== null;
    const look = (): void => {
      // Without a controller it is the first version that is being installed.
      if (registration.waiting && isControlled && this.#state === 'current') this.#state = 'waiting';
    };
    const follow = (): void => registration.installing?.addEventListener('statechange', look);
    registration.addEventListener('updatefound', follow);
    follow();
    look();
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.#isApplying) location.reload();
      else if (isControlled) this.#state = 'replaced';
      isControlled = true;
    });
    // The browser looks for a newer version when a page is opened; this one may stay open for days.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
    });
  }

  /** Looks for a newer version, for example because a file of this one is gone. */
  async check(): Promise<void> {
    if (!import.meta.env.PROD || this.#state !== 'current') return;
    try {
      await this.#registration?.update();
      if (this.#registration?.active) return; // it fetches the newer version, and then `watch` knows
      const html = await readText(urlSource(document.baseURI), './');
      const script = document.querySelector<HTMLScriptElement>('script[data-start]')?.dataset.start ?? '';
      if (html.includes('data-start="') && !html.includes(script)) this.#state = 'replaced';
    } catch {
      // No network: nothing is known.
    }
  }

  /** Changes to the newer version: reloads the page. */
  apply(): void {
    const next = this.#registration?.waiting;
    this.#isApplying = true;
    if (!next) {
      location.reload();
      return;
    }
    next.postMessage(TAKE_OVER);
    setTimeout(() => location.reload(), PATIENCE); // it did not answer
  }
}

/** Of this tab. */
export const release = new Release();
