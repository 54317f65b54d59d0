/** A page may be closed, reloaded or, on a phone, ended while it is hidden: what was chosen until then is saved. */
import { flushSync } from 'svelte';
import { writeWaiting } from './autosave';

/** Fields whose text counts once they are left. */
const typed = 'textarea, input:not([type]), input[type=text], input[type=number]';

/** Call once, when the page is started. */
export function saveWhenLeaving(): void {
  const saveAll = (): void => {
    const field = document.activeElement;
    if (field?.matches(typed) === true) field.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
    writeWaiting();
  };
  globalThis.addEventListener('pagehide', saveAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveAll();
  });
}
