/** Downloading a model of the Hub: what was asked for, what it is, and how far it has come. */
import { bytesOfFiles, missingOf, type DownloadEvent } from '../../../../hub/download';
import { HUB } from '../../../../hub/hub-id';
import type { HubModel } from '../../../../hub/models-in';
import { downloadOf, type Unfinished } from '../../../../hub/unfinished';
import type { OwnModel } from '../../../../store/own-models';
import { hubShelf } from '../../../browser/hub-shelf';
import { readPreference, writePreference } from '../../../browser/preferences/storage';
import { toFailure, type Failure } from '../../../kit/failure';
import { factsOnHub, fetchFromHub, lookOnHub, removeDownload, type OnHub } from '../../../run/own/hub-model';
import type { RunSettings } from '../../../../methods/settings';
import type { ModelFacts } from '../../../run/own/model-facts';

/** A download that is not finished. */
export interface Begun {
  readonly one: Unfinished;
  /** of its files, what is here */
  readonly bytes: number;
  readonly of: number;
}

const MIRROR = 'hub-mirror';

export class HubOpening {
  id = $state('');
  mirror = $state(readPreference(MIRROR) ?? HUB);
  /** what the repository has */
  found = $state.raw<OnHub | null>(null);
  /** the model of it that is chosen, and what it is once that is known */
  chosen = $state.raw<HubModel | null>(null);
  facts = $state.raw<ModelFacts | null>(null);
  failure = $state.raw<Failure | null>(null);
  doing = $state<'nothing' | 'looking' | 'downloading'>('nothing');
  /** the last event of the download */
  event = $state.raw<DownloadEvent | null>(null);
  begun = $state.raw<readonly Begun[]>([]);
  #stop = new AbortController();

  /** Lists the downloads that are not finished. */
  async list(): Promise<void> {
    await this.#try(() => this.#list());
  }

  async #list(): Promise<void> {
    const shelf = hubShelf();
    const all = await shelf.unfinished.list();
    this.begun = await Promise.all(
      all.map(async (one) => {
        const of = bytesOfFiles(one.files);
        return { one, of, bytes: of - (await missingOf(one.files, shelf.folder(one.id))) };
      }),
    );
  }

  /** Asks for a repository, and what its first model is. */
  async look(settings: RunSettings): Promise<void> {
    this.found = this.chosen = this.facts = null;
    this.doing = 'looking';
    await this.#try(async (signal) => {
      const found = await lookOnHub(this.id, this.mirror, signal);
      writePreference(MIRROR, found.place.mirror);
      this.found = found;
      await this.#choose(found.models[0], settings, signal);
    });
  }

  async choose(model: HubModel, settings: RunSettings): Promise<void> {
    this.doing = 'looking';
    await this.#try((signal) => this.#choose(model, settings, signal));
  }

  async #choose(model: HubModel, settings: RunSettings, signal: AbortSignal): Promise<void> {
    if (!this.found) return;
    [this.chosen, this.facts] = [model, null];
    this.facts = await factsOnHub(this.found.place, model, settings, signal);
  }

  /** Downloads what is chosen. Resolves to it, or to null if it could not be kept, or was stopped. */
  download(settings: RunSettings): Promise<OwnModel | null> {
    const { found, chosen } = this;
    return found && chosen ? this.goOn(downloadOf(found.place, chosen), settings) : Promise.resolve(null);
  }

  /** Goes on with a download; likewise. */
  async goOn(one: Unfinished, settings: RunSettings): Promise<OwnModel | null> {
    this.doing = 'downloading';
    this.event = null;
    let kept: OwnModel | null = null;
    await this.#try(async (signal) => {
      const events = fetchFromHub(hubShelf(), one, settings, signal);
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
    const { failure } = this;
    await this.#list().catch(() => undefined);
    this.failure = failure;
    return kept;
  }

  /** What came is kept. */
  stop(): void {
    this.#stop.abort();
  }

  /** Deletes what came of a download. */
  async remove(one: Unfinished): Promise<void> {
    await this.#try(async () => {
      await removeDownload(hubShelf(), one);
      await this.#list();
    });
  }

  async #try(act: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.failure = null;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    try {
      await act(signal);
    } catch (error) {
      if (!signal.aborted) this.failure = toFailure(error);
    } finally {
      this.doing = 'nothing';
    }
  }
}
