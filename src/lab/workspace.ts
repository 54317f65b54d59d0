/** What the stages share: the loaded model and the run they are at. */
import { fail } from '../base/errors';
import type { ModelFiles } from '../files/model-files';
import { AdapterBank, type Adapter } from '../model/adapter-bank';
import type { Model } from '../model/model';
import type { Dictionary } from '../text/dictionary';
import type { Labels } from '../unlearn/record';
import type { RunSettings } from '../unlearn/settings';
import type { Chosen } from './choose-device';
import { prepare, textSettings, type Prepared, type TextSettings } from './prepared';
import type { Seen } from './watch';
import { hashOf, type World } from './world';

export interface Loaded extends Chosen {
  readonly files: ModelFiles;
  readonly model: Model;
  readonly world: World;
  /** where model and world lie inside the source */
  readonly folders: { readonly model: string; readonly world: string };
  /** SHA-256 of the weights and of the texts */
  readonly hashes: { readonly model: string; readonly world: string };
}

/** What a choice of settings decides before any training, and what the stages made of it. */
export interface Run {
  readonly key: string;
  readonly settings: TextSettings;
  readonly bank: AdapterBank;
  readonly texts: Prepared;
  reinforced: Adapter | null;
  labels: Labels | null;
  /** what was watched while the unlearned voice was trained; null if it was not */
  seen: Seen | null;
}

export class Workspace {
  #loaded: Loaded | null = null;
  #run: Run | null = null;

  /** Takes what was loaded; what was there before has to be released first. */
  put(loaded: Loaded): void {
    this.#loaded = loaded;
  }

  /** @throws LetheError stage/order before a model is loaded */
  ready(stage: string): Loaded {
    return this.#loaded ?? fail('stage/order', { stage, needs: 'load' });
  }

  /** The run of these settings; a new one if adapters or texts are to be made otherwise. */
  async start(settings: RunSettings): Promise<Run> {
    const { model, files, world, device } = this.ready('reinforce');
    const key = runKey(settings);
    if (this.#run?.key === key) return this.#run;
    const texts = prepare(files, world, settings);
    await this.#run?.bank.release();
    this.#run = {
      key,
      settings,
      texts,
      bank: new AdapterBank(device, model.config, settings.lora),
      reinforced: null,
      labels: null,
      seen: null,
    };
    return this.#run;
  }

  /**
   * The loaded world with another dictionary. The text is translated anew and its labels are gone; the reinforced
   * model stays, for it never read a translation.
   * @throws LetheError stage/order before a model is loaded
   */
  correct(dictionary: Dictionary): Loaded {
    const loaded = this.ready('correct');
    const world = { ...loaded.world, dictionary };
    const texts = this.#run && prepare(loaded.files, world, this.#run.settings);
    this.#loaded = { ...loaded, world, hashes: { ...loaded.hashes, world: hashOf(world) } };
    if (this.#run && texts) this.#run = { ...this.#run, texts, labels: null, seen: null };
    return this.#loaded;
  }

  /** The run as it is, whatever its settings; one of `settings` if there is none. */
  async any(settings: RunSettings): Promise<Run> {
    return this.#run ?? this.start(settings);
  }

  /** @throws LetheError stage/order if the run is of other settings */
  current(stage: string, settings: RunSettings): Run {
    if (this.#run?.key !== runKey(settings)) return fail('stage/order', { stage, needs: 'reinforce' });
    return this.#run;
  }

  /** Bytes held by the runtime, 0 before a model is loaded. */
  memoryBytes(): number {
    return this.#loaded?.device.memoryBytes() ?? 0;
  }

  async release(): Promise<void> {
    const [loaded, run] = [this.#loaded, this.#run];
    this.#loaded = null;
    this.#run = null;
    await run?.bank.release();
    await loaded?.model.release();
    await loaded?.device.release();
  }
}

/** The settings that a run is made for; the others can change within it. */
function runKey(settings: RunSettings): string {
  return JSON.stringify([settings.lora, ...textSettings.map((name) => settings[name])]);
}
