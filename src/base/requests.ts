/** What the threads of the page have asked of any host: the browser keeps a record of it in each of them. */

const channelOf = (site: string): string => `${site}#requests`;

/**
 * A few lines of script with which a worker tells the page of every request that it makes, also of those that fail. It stands
 * in front of the worker’s own script, so that none is too early. `site`: see site.ts
 */
export const tellingRequests = (site: string): string => `
  const told = new BroadcastChannel(${JSON.stringify(channelOf(site))});
  new PerformanceObserver((list) => told.postMessage(list.getEntries().map(({ name }) => name)))
    .observe({ type: 'resource', buffered: true });`;

/** Hears of the requests of this thread, and of those that others of the same site tell. Returns what ends it. */
export function hearRequests(site: string, hear: (addresses: readonly string[]) => void): () => void {
  const channel = new BroadcastChannel(channelOf(site));
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (Array.isArray(data)) hear(data.filter((one) => typeof one === 'string'));
  });
  const observer = watchRequests(hear);
  return () => {
    observer.disconnect();
    channel.close();
  };
}

function watchRequests(hear: (addresses: readonly string[]) => void): PerformanceObserver {
  const observer = new PerformanceObserver((list) => hear(list.getEntries().map(({ name }) => name)));
  observer.observe({ type: 'resource', buffered: true });
  return observer;
}
