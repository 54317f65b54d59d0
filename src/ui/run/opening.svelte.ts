/** Opening the page: restores the last visit, then fetches what the page shows before a model is loaded. */
import { urlSource, type FileSource } from '../../files/source';
import { stageNames } from '../../pipeline/stage';
import { loadCatalogue, loadTexts, type CatalogEntry } from './catalogue';
import { missingModel, ownEntries } from './own/own-entries';
import type { Projects } from './projects/projects.svelte';
import { choicesOf, restorePage, withOwn } from './projects/remember.svelte';
import { joinTabs } from './projects/tabs';
import { loadProof, recordingSource, type Recording } from './recording';
import type { RecordedPart } from './recorded-parts';
import type { RunController } from './run-controller';
import { toFailure, type Failure } from '../kit/failure';

export class Opening {
  /** the models that the page offers; empty until they are fetched */
  entries = $state.raw<readonly CatalogEntry[]>([]);
  /** why something could not be fetched */
  failure = $state.raw<Failure | null>(null);
  /** whether the last visit is restored: changes are saved only from then on, whatever could be fetched */
  isRestored = $state(false);
  /** folder of the model of the last visit */
  lastModel = $state.raw<string | null>(null);
  /** those that come with the page */
  #shipped: readonly CatalogEntry[] = [];
  readonly #recorded = recordingSource(urlSource(document.baseURI));
  /** the parts of the recorded run that were shown somewhere */
  #wanted: readonly RecordedPart[] = [];

  constructor(
    private readonly run: RunController,
    private readonly projects: Projects,
  ) {}

  /** Never throws: failures are in `failure`. */
  async open(): Promise<void> {
    const { run, projects } = this;
    const opened = choicesOf(run.state);
    const saved = await projects.open();
    run.setStore(projects.place);
    this.lastModel = saved.choices?.model ?? null;
    restorePage(run.state, saved, opened);
    this.isRestored = true;
    joinTabs(() => this.#stop());
    void this.#takeOver();
    await this.fetch();
  }

  /** What the model of the last visit is called, if it is one of the user's that this browser no longer has. */
  get missing(): string | null {
    return this.run.state.loaded || this.entries.length === 0
      ? null
      : missingModel(this.lastModel, this.entries);
  }

  /** Lists the user's own models anew. */
  async listOwn(): Promise<void> {
    this.entries = [...this.#shipped, ...(await ownEntries())];
  }

  /** Fetches what is not there yet. */
  async fetch(): Promise<void> {
    const { state } = this.run;
    this.failure = null;
    try {
      const source = urlSource(document.baseURI);
      const proof = this.#fetchProof(source); // first: the first screen waits for it
      if (this.#shipped.length === 0) this.#shipped = await loadCatalogue();
      await this.listOwn();
      const entry = this.entries.find(({ model }) => model === this.lastModel) ?? this.entries[0];
      if (!entry) return;
      if (!state.entry) {
        state.entry = entry;
        if (entry.model !== this.lastModel) state.lesson = null; // that was for another model
      }
      if (!state.dataset) {
        const texts = await loadTexts(state.lesson ?? entry.world);
        state.original ??= state.texts?.dictionary ?? texts.dictionary;
        state.dataset ??= withOwn(texts, state);
      }
      await this.#fetchRecorded();
      await proof;
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  /** Fetches what a place shows of the recorded run, unless it is there already. Never throws. */
  async show(parts: readonly RecordedPart[]): Promise<void> {
    this.#wanted = [...this.#wanted, ...parts];
    try {
      // Until then, `fetch` sees to it.
      if (this.run.state.dataset) await this.#fetchRecorded();
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  async #fetchRecorded(): Promise<void> {
    if (this.#wanted.length === 0) return;
    const { state } = this.run;
    const { run, labels, report } = this.#recorded;
    const made = await run();
    const add = (part: Partial<Recording>): void =>
      state.show({ labels: null, report: null, ...state.recording, ...part, run: made });
    add({});
    if (this.#wanted.includes('labels')) add({ labels: await labels() });
    if (this.#wanted.includes('report')) add({ report: await report() });
  }

  async #fetchProof(source: FileSource): Promise<void> {
    try {
      this.run.state.proof ??= await loadProof(source);
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  /** When the tab that has the project is closed, this one goes on with it, unless it has results of its own. */
  async #takeOver(): Promise<void> {
    const { run, projects } = this;
    const { state } = run;
    await projects.untilFree();
    if (state.busy || stageNames.some((name) => state.stages[name].outcome?.source === 'live')) return;
    restorePage(state, await projects.takeOver());
    run.setStore(projects.place);
    if (state.loaded) await run.loading.reload();
    else if (state.dataset) state.dataset = withOwn(state.dataset, state);
  }

  #stop(): void {
    this.projects.close();
    this.projects.isDeleted = true;
    this.run.end();
  }
}
