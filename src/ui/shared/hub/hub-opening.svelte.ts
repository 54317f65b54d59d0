/** Downloading a model of the Hub: what was asked for, what it is, and how far it has come. */
import { bytesOfFiles, missingOf, type DownloadEvent } from '../../../hub/download';
import { HUB } from '../../../hub/hub-id';
import type { HubModel } from '../../../hub/models-in';
import { downloadOf, type Unfinished } from '../../../hub/unfinished';
import type { HubPlace } from '../../../hub/repository';
import type { KeptModel } from '../../../store/kept-models';
import type { HubShelf } from '../../browser/hub-shelf';
import { readPreference, writePreference } from '../../browser/preferences/storage';
import { Attempt } from '../../kit/attempt.svelte';
import type { Failure } from '../../kit/failure';
import { removeDownload } from '../../run/own/hub-download';
import type { OnHub } from '../../run/own/hub-model';

/** A download that is not finished. */
export interface Begun {
  readonly one: Unfinished;
  /** of its files, what is here */
  readonly bytes: number;
  readonly of: number;
}

const MIRROR = 'hub-mirror';

/** How models of one kind are found, described, and kept. */
export interface HubWays<F extends object, M extends KeptModel> {
  readonly shelf: () => HubShelf<M>;
  readonly look: (id: string, mirror: string, signal: AbortSignal) => Promise<OnHub>;
  /** what a model is, before it comes */
  readonly facts: (place: HubPlace, model: HubModel, signal: AbortSignal) => Promise<F>;
  readonly fetch: (one: Unfinished, signal: AbortSignal) => AsyncGenerator<DownloadEvent, M>;
}

export class HubOpening<F extends object, M extends KeptModel> {
  id = $state('');
  mirror = $state(readPreference(MIRROR) ?? HUB);
  /** what the repository has */
  found = $state.raw<OnHub | null>(null);
  /** the model of it that is chosen, and what it is once that is known */
  chosen = $state.raw<HubModel | null>(null);
  facts = $state.raw<F | null>(null);
  doing = $state<'nothing' | 'looking' | 'downloading'>('nothing');
  /** the last event of the download */
  event = $state.raw<DownloadEvent | null>(null);
  begun = $state.raw<readonly Begun[]>([]);
  readonly #work = new Attempt();

  constructor(private readonly ways: HubWays<F, M>) {}

  get failure(): Failure | null {
    return this.#work.failure;
  }

  /** Lists the downloads that are not finished; none where the browser keeps nothing. */
  async list(): Promise<void> {
    await this.#list().catch(() => undefined);
  }

  async #list(): Promise<void> {
    const shelf = this.ways.shelf();
    const all = await shelf.unfinished.list();
    this.begun = await Promise.all(
      all.map(async (one) => {
        const of = bytesOfFiles(one.files);
        return { one, of, bytes: of - (await missingOf(one.files, shelf.folder(one.id))) };
      }),
    );
  }

  /** Asks for a repository, and what its first model is. */
  async look(): Promise<void> {
    this.found = this.chosen = this.facts = null;
    this.doing = 'looking';
    await this.#try(async (signal) => {
      const found = await this.ways.look(this.id, this.mirror, signal);
      writePreference(MIRROR, found.place.mirror);
      this.found = found;
      await this.#choose(found.models[0], signal);
    });
  }

  async choose(model: HubModel): Promise<void> {
    this.doing = 'looking';
    await this.#try((signal) => this.#choose(model, signal));
  }

  async #choose(model: HubModel, signal: AbortSignal): Promise<void> {
    if (!this.found) return;
    [this.chosen, this.facts] = [model, null];
    this.facts = await this.ways.facts(this.found.place, model, signal);
  }

  /** Downloads what is chosen. Resolves to it, or to null if it could not be kept, or was stopped. */
  download(): Promise<M | null> {
    const { found, chosen } = this;
    return found && chosen ? this.goOn(downloadOf(found.place, chosen)) : Promise.resolve(null);
  }

  /** Goes on with a download; likewise. */
  async goOn(one: Unfinished): Promise<M | null> {
    this.doing = 'downloading';
    this.event = null;
    let kept: M | null = null;
    await this.#try(async (signal) => {
      const events = this.ways.fetch(one, signal);
      for (;;) {
        const next = await events.next();
        if (next.done === true) {
          kept = next.value;
          this.found = this.chosen = this.facts = null;
          return;
        }
        this.event = next.value;
      }
    });
    await this.list();
    return kept;
  }

  /** What came is kept. */
  stop(): void {
    this.#work.cancel();
  }

  /** Deletes what came of a download. */
  async remove(one: Unfinished): Promise<void> {
    await this.#try(async () => {
      await removeDownload(this.ways.shelf(), one);
      await this.#list();
    });
  }

  async #try(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    await this.#work.run(act);
    this.doing = 'nothing';
  }
}
