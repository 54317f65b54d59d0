/** Two tabs on one project would write over each other: whoever comes first has it until the tab is closed. */

/** What is used of the browser's locks. */
export type Locks = Pick<LockManager, 'request'>;

/**
 * Takes a project for as long as the page lives; false if another tab has it. Without locks (an insecure address)
 * everybody may write.
 */
export function takeProject(id: string, locks: Locks | undefined): Promise<boolean> {
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined; // never given back by ourselves
    };
    locks.request(`lethe/project/${id}`, { ifAvailable: true }, hold).catch(() => resolve(true));
  });
}
