/** Which other hosts the threads of the page have asked: told by the browser's own record of their requests. */

const channelName = (site: string): string => `${site}#contacts`;

/** Tells of the requests of this thread to other hosts, also those that failed. `site`: the name of this copy of the page */
export function tellContacts(site: string, origin: string): void {
  const channel = new BroadcastChannel(channelName(site));
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const host = foreignHost(name, origin);
      if (host !== null) channel.postMessage(host);
    }
  }).observe({ type: 'resource', buffered: true });
}

/** Hears of every host that a thread of this copy asks. */
export function hearContacts(site: string, hear: (host: string) => void): void {
  new BroadcastChannel(channelName(site)).addEventListener('message', ({ data }) => {
    if (typeof data === 'string') hear(data);
  });
}

/** The host of an address, with its port if it is not the usual one; null: it is this origin's, or none. */
export function foreignHost(address: string, origin: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !/^https?:$/u.test(url.protocol)) return null;
  return url.origin === origin ? null : url.host;
}
