/** What the threads of the page have asked of any host: the browser keeps a record of it in each of them. */

const channelOf = (site: string): BroadcastChannel => new BroadcastChannel(`${site}#requests`);

/** Tells the page of every request of this thread, also of those that failed. `site`: see site.ts */
export function tellRequests(site: string): void {
  const channel = channelOf(site);
  watchRequests((addresses) => channel.postMessage(addresses));
}

/** Hears of the requests of this thread, and of those that others of the same site tell. Returns what ends it. */
export function hearRequests(site: string, hear: (addresses: readonly string[]) => void): () => void {
  const channel = channelOf(site);
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
