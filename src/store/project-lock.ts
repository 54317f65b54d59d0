/** Two tabs on one project would overwrite each other: the first locks it until it is closed, and the next takes over. */

/** The part of the browser's locks that is used. */
export type Locks = Pick<LockManager, 'request'>;

/** Milliseconds that a tab which was only reloaded has to take its project back. */
const RELOAD = 3000;

/** The lock of a download of a model. `site`: the name of this copy of the page */
export const downloadLockOf = (site: string, id: string): string => `${site}#download/${id}`;

/** The lock of a project. `site`: the name of this copy of the page */
export const lockOf = (site: string, id: string): string => `${site}#project/${id}`;

const untilClosed = new Promise<void>(() => undefined);

/**
 * Takes a lock until the page is closed, or `held` resolves; false if another tab has it. Without locks (at an insecure
 * address) every tab may write.
 */
export function take(
  lock: string,
  locks: Locks | undefined,
  held: Promise<void> = untilClosed,
): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = (granted: Lock | null): Promise<void> | undefined => {
      resolve(granted !== null);
      return granted ? held : undefined;
    };
    locks.request(lock, { ifAvailable: true }, hold).catch(() => resolve(true));
  });
}

/** Takes a lock as soon as the tab that has it is closed. */
export async function takeLater(lock: string, locks: Locks, reload = RELOAD): Promise<void> {
  do {
    await locks.request(lock, () => undefined); // waits until it is free
    await new Promise((resolve) => setTimeout(resolve, reload));
  } while (!(await take(lock, locks)));
}
