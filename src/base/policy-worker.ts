/** Workers that obey the page's content security policy, also on a host that sends no headers. */

/** The blob of each script; kept, since a worker may be started many times. */
const blobs = new Map<string, string>();

/** The address of a blob that imports the module at `url`. */
function importing(url: string): string {
  const known = blobs.get(url);
  if (known !== undefined) return known;
  const blob = new Blob([`import ${JSON.stringify(url)};`], { type: 'text/javascript' });
  const address = URL.createObjectURL(blob);
  blobs.set(url, address);
  return address;
}

/**
 * The class of workers whose module starts from a blob that imports it. A worker loaded from an address has only the
 * policy that came with its script as a header; one loaded from a blob inherits the policy of whoever starts it.
 */
export function policyWorker(): typeof Worker {
  return class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(importing(new URL(url, globalThis.location.href).href), options);
    }
  };
}

/** Every worker that this thread starts from now on is of that class, also those that libraries start. */
export function guardWorkers(): void {
  globalThis.Worker = policyWorker();
}
