/** The endpoint that the user chose, for as long as the page is open: nothing of it is stored. */
import { hostIn } from '../../../base/address';
import { checkedAddress } from '../../../assist/endpoint/address';
import { modelsOf } from '../../../assist/endpoint/models';
import { localServers, type ServerName } from '../../../assist/endpoint/presets';
import type { EndpointSettings } from '../../../assist/endpoint/settings';
import { isConnected } from '../../browser/connection';
import { toFailure, type Failure } from '../../kit/failure';

export class EndpointChoice {
  /** whether the page may ask any */
  isConnected = $state(isConnected);
  server = $state<ServerName | null>('llamaCpp');
  address = $state<string>(localServers.llamaCpp.address);
  model = $state('');
  atOnce = $state(1);
  /** what the address lists; null: it was not asked */
  models = $state.raw<readonly string[] | null>(null);
  isListing = $state(false);
  failure = $state.raw<Failure | null>(null);
  /** by host: a key never goes to another one than it was entered for */
  #keys = $state.raw<Readonly<Record<string, string>>>({});
  /** hosts to which the user has seen what is sent */
  #seen = $state.raw<readonly string[]>([]);

  /** Takes the address of a local server. */
  choose(server: ServerName | null): void {
    this.server = server;
    if (server) this.move(localServers[server].address);
  }

  /** Another address has other models. */
  move(address: string): void {
    this.address = address;
    this.models = null;
    this.failure = null;
  }

  /** @throws LetheError of addresses */
  settings(): EndpointSettings {
    const { server, model, key, atOnce } = this;
    const page = location.origin;
    return { address: checkedAddress(this.address, page), model: model.trim(), key, atOnce, server, page };
  }

  async list(): Promise<void> {
    this.failure = null;
    this.isListing = true;
    const asked = this.address;
    try {
      const models = await modelsOf(this.settings(), new AbortController().signal);
      if (this.address !== asked) return;
      this.models = models;
      const [first = ''] = models;
      if (!models.includes(this.model)) this.model = first;
    } catch (error) {
      if (this.address === asked) this.failure = toFailure(error);
    } finally {
      this.isListing = false;
    }
  }

  /** What is sent to the host that the address names. */
  get key(): string {
    return this.#keys[this.host ?? ''] ?? '';
  }

  set key(key: string) {
    this.#keys = { ...this.#keys, [this.host ?? '']: key };
  }

  /** The host that the address names; null: it names none. */
  get host(): string | null {
    return hostIn(this.address.trim());
  }

  /** Whether the user has seen what `what` sends to the host. */
  hasSeen(what: string, host: string): boolean {
    return this.#seen.includes(`${what} ${host}`);
  }

  see(what: string, host: string): void {
    this.#seen = [...this.#seen, `${what} ${host}`];
  }
}

/** One for the page, so that it is typed once. */
export const endpointChoice = new EndpointChoice();
