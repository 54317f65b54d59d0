/** What the stages share: the loaded model and the run they are at. */
import { fail } from '../base/errors';
import { isSame } from '../base/same';
import type { ModelFiles } from '../files/model-files';
import { AdapterBank, type Adapter } from '../model/adapter-bank';
import type { Model } from '../model/model';
import type { Dictionary } from '../text/dictionary';
import type { Labels } from '../unlearn/record';
import type { RunSettings } from '../methods/settings';
import type { Chosen } from './choose-device';
import { cutSettings, prepare, ruleSettings, translateBlocks, type Prepared } from './prepared';
import type { Rescued } from './rescued';
import type { ProbeHistory } from './forgetting-monitor';
import { hashOf, type Dataset } from './dataset';

export interface Loaded extends Chosen {
  readonly files: ModelFiles;
  readonly model: Model;
  readonly dataset: Dataset;
  /** where model and world lie inside the source */
  readonly folders: { readonly model: string; readonly world: string };
  /** SHA-256 of the weights and of the texts */
  readonly hashes: { readonly model: string; readonly world: string };
}

/** What a choice of settings decides before any training, and what the stages made of it. */
export interface Run {
  /** what its reinforced model is made for */
  readonly key: string;
  /** the variants; a run takes over those of the one before, which can be asked until they are trained again */
  readonly bank: AdapterBank;
  texts: Prepared;
  /** what its text is translated by */
  rules: string;
  /** the reinforced model of these settings */
  reinforced: Adapter | null;
  labels: Labels | null;
  /** what was watched while the bank's unlearned variant was trained; null if it was not */
  probeHistory: ProbeHistory | null;
}

export class Workspace {
  #loaded: Loaded | null = null;
  #run: Run | null = null;
  /** of the last training that went astray */
  rescued: Rescued | null = null;

  /** Takes what was loaded; what was there before has to be released first. */
  put(loaded: Loaded): void {
    this.#loaded = loaded;
  }

  /** @throws LetheError stage/order before a model is loaded */
  ready(stage: string): Loaded {
    return this.#loaded ?? fail('stage/order', { stage, needs: 'load' });
  }

  /**
   * What the run of these settings would be, without leaving the one before: a new one if the reinforced model is to
   * be made otherwise, another translation if only that is.
   */
  plan(settings: RunSettings): Run {
    const loaded = this.ready('reinforce');
    const { model, files, dataset, device } = loaded;
    const [key, before] = [runKey(settings), this.#run];
    if (before?.key === key) return retranslate(before, loaded, settings);
    const isSameShape = before && isSame(before.bank.lora, settings.lora);
    return {
      key,
      rules: rulesKey(loaded, settings),
      texts: prepare(files, dataset, settings),
      bank: isSameShape ? before.bank : new AdapterBank(device, model.config, settings.lora),
      reinforced: null,
      labels: null,
      probeHistory: isSameShape ? before.probeHistory : null,
    };
  }

  /** Makes a planned run the one that the stages work on. Variants of another shape than its own are gone then. */
  async begin(run: Run): Promise<Run> {
    const before = this.#run;
    this.#run = run;
    if (before && before.bank !== run.bank) await before.bank.release();
    return run;
  }

  start(settings: RunSettings): Promise<Run> {
    return this.begin(this.plan(settings));
  }

  /**
   * The loaded world with another dictionary. The text is translated anew at its next use and its labels are gone then;
   * the reinforced model stays, for it never read a translation.
   * @throws LetheError stage/order before a model is loaded
   */
  setDictionary(dictionary: Dictionary): Loaded {
    const loaded = this.ready('setDictionary');
    const dataset = { ...loaded.dataset, dictionary };
    this.#loaded = { ...loaded, dataset, hashes: { ...loaded.hashes, world: hashOf(dataset) } };
    return this.#loaded;
  }

  /** The run as it is, whatever its settings; one of `settings` if there is none. */
  async any(settings: RunSettings): Promise<Run> {
    return this.#run ?? this.start(settings);
  }

  /** @throws LetheError stage/order if the run is of other settings */
  current(stage: string, settings: RunSettings): Run {
    const loaded = this.ready(stage);
    if (this.#run?.key !== runKey(settings)) return fail('stage/order', { stage, needs: 'reinforce' });
    return retranslate(this.#run, loaded, settings);
  }

  /** The run as it is, if its variants are of these settings; `isSame`: its translation is too. It is left as it is. */
  matching(settings: RunSettings): { readonly run: Run; readonly isSame: boolean } | null {
    const [loaded, run] = [this.ready('restore'), this.#run];
    return run?.key === runKey(settings) ? { run, isSame: run.rules === rulesKey(loaded, settings) } : null;
  }

  /** Bytes held by the runtime, 0 before a model is loaded. */
  memoryBytes(): number {
    return this.#loaded?.device.memoryBytes() ?? 0;
  }

  async release(): Promise<void> {
    const [loaded, run] = [this.#loaded, this.#run];
    this.#loaded = null;
    this.#run = null;
    this.rescued = null;
    await run?.bank.release();
    await loaded?.model.release();
    await loaded?.device.release();
  }
}

/** What the reinforced model depends on, besides model and text; all else can change within a run. */
function runKey({ lora, batch, reinforce, ...settings }: RunSettings): string {
  return JSON.stringify([lora, batch, reinforce, ...cutSettings.map((name) => settings[name])]);
}

function rulesKey({ hashes }: Loaded, settings: RunSettings): string {
  return JSON.stringify([hashes.world, ...ruleSettings.map((name) => settings[name])]);
}

/** By other rules, or with another dictionary, the text has another translation and needs other labels. */
function retranslate(run: Run, loaded: Loaded, settings: RunSettings): Run {
  const rules = rulesKey(loaded, settings);
  if (run.rules === rules) return run;
  const blocks = run.texts.forget.map(({ ids }) => ids);
  const aligned = translateBlocks(blocks, loaded.files, loaded.dataset.dictionary, settings);
  return Object.assign(run, { rules, texts: { ...run.texts, aligned }, labels: null });
}
