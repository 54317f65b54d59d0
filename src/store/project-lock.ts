/** Two tabs on one project would overwrite each other: the first locks it until it is closed. */

/** The part of the browser's locks that is used. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Locks a project until the page is closed; false if another tab has it. Without locks (at an insecure address) every
 * tab may write.
 */
export function takeProject(id: string, locks: Locks | undefined): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined; // held until the page is closed
    };
    locks.request(`lethe/project/${id}`, { ifAvailable: true }, hold).catch(() => resolve(true));
  });
}
