/** The hosts that the page and its worker have asked for something, in the order of the first requests. */
import { hearRequests } from '../../base/requests';
import { otherHosts } from './connection';
import { site } from './site';

export class AskedHosts {
  hosts = $state.raw<readonly string[]>([]);

  /** Returns what ends it. */
  start(): () => void {
    return hearRequests(site, (addresses) => (this.hosts = otherHosts(this.hosts, addresses)));
  }
}
