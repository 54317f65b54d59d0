/** Whether this is the page that may use the network, and which hosts it has asked (tools/site/connected-page.ts). */
import { CONNECTED } from '../../base/connected';

/** The browser enforces it by the page's policy, not by this. */
export const isConnected = 'connected' in document.documentElement.dataset;

/** The same place in the other page. */
export const connectedHref = (): string => `./${CONNECTED}${location.hash}`;
export const strictHref = (): string => `./${location.hash}`;

/** The hosts among these addresses other than the page's own, each once, after those `known` before. */
export function otherHosts(known: readonly string[], addresses: readonly string[]): readonly string[] {
  const hosts = addresses.flatMap((address) => {
    const { protocol, host } = new URL(address, location.href);
    return /^https?:$/u.test(protocol) && host !== location.host ? [host] : [];
  });
  return [...new Set([...known, ...hosts])];
}
