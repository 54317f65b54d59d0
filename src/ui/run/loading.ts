/** Loads models, and with each the saved results of an earlier visit. */
import type { LabClient } from '../../bridge/client';
import type { Restored } from '../../lab/restored';
import type { CatalogEntry } from './catalogue';
import { fittedToSize, sizeOf } from '../../methods/preset-by-size';
import { askToRead } from './own/own-entries';
import { showRestored } from './restored';
import type { RunState } from './run-state.svelte';

export class Loading {
  /** saved results of an earlier visit, until they are shown */
  #restored: Restored | null = null;

  constructor(
    private readonly state: RunState,
    private readonly client: Pick<LabClient, 'run' | 'close' | 'memoryBytes'>,
  ) {}

  /** Removes all results, and loads a model. */
  async load(entry: CatalogEntry): Promise<void> {
    const { state, client } = this;
    state.forget();
    if (state.entry?.model !== entry.model) {
      state.overrides = [];
      state.human = state.human.filter(({ task }) => task !== 'language');
      state.lesson = null;
      state.conversation.prompt = null;
    }
    const wasLost = state.isLost;
    if (wasLost) client.close();
    state.entry = entry;
    const texts = state.texts ? { texts: state.texts } : {};
    const input = {
      backend: state.backend,
      plan: state.settings.plan,
      weightBits: state.settings.weightBits,
      model: entry.model,
      world: state.world ?? entry.world,
      split: state.split,
      ...texts,
    };
    await state.load.run(async (signal, onEvent) => {
      await askToRead(entry.model);
      const loaded = await client.run('load', input, { signal, onEvent });
      state.original = loaded.dataset.dictionary;
      const { dictionary, sentences } = state;
      const anchors = {
        dictionary: dictionary ?? loaded.dataset.dictionary,
        ...(sentences ? { sentences } : {}),
      };
      const changed = (dictionary ?? sentences) && (await client.run('setDictionary', anchors));
      // Unreadable saved results are treated as absent.
      this.#restored = await client.run('restore', {}, { signal }).catch(() => null);
      return { ...loaded, ...changed };
    });
    state.isLost = wasLost && state.load.phase.kind !== 'done';
    if (state.loaded)
      state.settings = fittedToSize(
        state.plainSettings,
        sizeOf(state.loaded.parameters, state.loaded.dataset),
      );
    state.dataset = state.loaded?.dataset ?? state.dataset;
    if (state.loaded && this.#restored) showRestored(state.stages, this.#restored);
    this.#restored = null;
    state.recall();
    await this.readMemory();
  }

  /** Loads the last model again. Resolves to whether one is loaded now. */
  async reload(): Promise<boolean> {
    const { entry } = this.state;
    if (entry) await this.load(entry);
    return this.state.loaded !== null;
  }

  /** Reads how many bytes the runtime holds. */
  async readMemory(): Promise<void> {
    this.state.memory = await this.client.memoryBytes().catch(() => 0);
  }
}
