/** The hosts that the page has asked for something, in the order of the first requests. */
import { otherHosts } from './connection';

export class AskedHosts {
  hosts = $state.raw<readonly string[]>([]);
  readonly #observer = new PerformanceObserver((list) => {
    const addresses = list.getEntries().map(({ name }) => name);
    this.hosts = otherHosts(this.hosts, addresses);
  });

  start(): void {
    this.#observer.observe({ type: 'resource', buffered: true });
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
