/** Workers that obey the page's content security policy, also on a host that sends no headers. */
import { tellingRequests } from './requests';

/** As the browser has it, also after `guardWorkers`. */
const { Worker: BrowserWorker } = globalThis;

/** The blob of each script; kept, since a worker may be started many times. */
const blobs = new Map<string, string>();

/**
 * What the blob does: imports a module, and passes on to it the messages that came meanwhile. Imported dynamically, since
 * Firefox does not ask the service worker for the static imports of a blob, which then fail without a network.
 */
const start = (url: string, site: string): string => `${tellingRequests(site)}
  const early = [];
  const keep = (event) => {
    event.stopImmediatePropagation();
    early.push(event);
  };
  addEventListener('message', keep);
  import(${JSON.stringify(url)}).then(
    () => {
      removeEventListener('message', keep);
      for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports }));
    },
    (error) => setTimeout(() => { throw error; }),
  );`;

const blobOf = (script: string): string =>
  URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));

/** The address of a blob that imports the module at `url`. */
function importing(url: string, site: string): string {
  const known = blobs.get(url);
  if (known !== undefined) return known;
  const address = blobOf(start(url, site));
  blobs.set(url, address);
  return address;
}

/**
 * The class of workers which tell the page of `site` of their requests (requests.ts), and whose module starts from a blob that
 * imports it. A worker loaded from an address has only the policy that came with its script as a header; one loaded from a
 * blob inherits the policy of whoever starts it.
 */
export function policyWorker(site: string): typeof Worker {
  return class extends BrowserWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(importing(new URL(url, globalThis.location.href).href, site), options);
    }
  };
}

/** A worker with a script of a few lines, which imports nothing. */
export const workerOf = (script: string): Worker => new BrowserWorker(blobOf(script));

/** Every worker that this thread starts from now on is of that class, also those that libraries start. */
export function guardWorkers(site: string): void {
  globalThis.Worker = policyWorker(site);
}
