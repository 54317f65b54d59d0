/** What the stages share: the loaded model, its adapters, and the result of each stage with its inputs. */
import { fail } from './error-catalogue';
import { isSame } from '../base/same';
import type { ModelFiles } from '../files/model-files';
import { pipelineOf, type RunSettings } from '../methods/settings';
import { AdapterBank, type Adapter, type AdapterVariant, type TrainedVariant } from '../model/adapter-bank';
import type { LoraSettings } from '../llama/lora';
import type { VariantRef } from '../model/evaluated-model';
import type { Model } from '../model/model';
import { fingerprint, type Fingerprint, type RunInputs, type StageResult } from '../pipeline/fingerprint';
import type { StageName, TrainedStage } from '../pipeline/stage';
import { missingBefore } from '../pipeline/status';
import type { Labels } from '../unlearn/record';
import type { TrainingInput } from '../unlearn/train';
import type { Chosen } from './choose-device';
import type { Anchors, Dataset } from './dataset';
import type { ProbeHistory } from './forgetting-monitor';
import type { Measures } from './measures';
import { TextCache, type Prepared, type TextSettings } from './prepared';
import { hashesOf, runInputs, type Hashes, type JobInputs } from './run-inputs';
import type { SavedTraining } from '../store/run';

export interface Loaded extends Chosen {
  readonly files: ModelFiles;
  readonly model: Model;
  readonly dataset: Dataset;
  /** folders of the model and the data set inside the source */
  readonly folders: { readonly model: string; readonly world: string };
  /** whether the forget set is the user's own text, which the folder's questions do not cover */
  readonly isOwnText: boolean;
  readonly hashes: Hashes;
}

/** The latest results of the stages; trained adapters are in the bank. */
export interface Results {
  readonly reinforce?: StageResult;
  readonly label?: StageResult & { readonly labels: Labels };
  /** `history`: what was measured during training, null if nothing was; `ref`: which rows of the bank answer */
  readonly unlearn?: StageResult & { readonly history: ProbeHistory | null; readonly ref: VariantRef };
}

/** The last good state of a training that diverged, which can still become its result. */
export interface DivergedTraining {
  readonly stage: TrainedStage;
  readonly saved: SavedTraining;
  readonly history: ProbeHistory | null;
}

export class Workspace {
  #loaded: Loaded | null = null;
  #bank: AdapterBank | null = null;
  #texts: TextCache | null = null;
  results: Results = {};
  /** a training between two of its steps: the variant that it trains, and how to read it so far; null: none is */
  training: { readonly variant: TrainedVariant; readonly read: () => Promise<Adapter> } | null = null;
  /** the last good state of a training that diverged */
  diverged: DivergedTraining | null = null;
  /** of the baseline, which no stage changes, by the texts that it was measured on */
  readonly baselineMeasures = new WeakMap<Prepared['aligned'], Measures>();

  /** Takes a loaded model; the previous one must be released first. */
  put(loaded: Loaded): void {
    this.#loaded = loaded;
    this.#texts = null;
  }

  /** @throws LetheError stage/order before a model is loaded */
  ready(stage: string): Loaded {
    return this.#loaded ?? fail('stage/order', { stage, needs: 'load' });
  }

  /** The blocks of the data set, cut and translated by these settings. @throws LetheError text/empty, stage/order */
  texts(settings: TextSettings): Prepared {
    const { dataset, hashes, files } = this.ready('reinforce');
    this.#texts ??= new TextCache(files);
    return this.#texts.prepare(dataset, hashes, settings);
  }

  /** The current adapters, or an empty bank of the shape in the settings. */
  bank({ lora }: { readonly lora: LoraSettings }): AdapterBank {
    const { device, model } = this.ready('reinforce');
    this.#bank ??= new AdapterBank(device, model.config, lora);
    return this.#bank;
  }

  /** What a variant is: an adapter, or for an unlearned model that was made without one, equation 1. */
  refOf(variant: AdapterVariant): VariantRef {
    return (variant === 'unlearned' ? this.results.unlearn?.ref : null) ?? { variant };
  }

  /** Gives a variant its adapter, or none. A bank has one shape, so adapters of another shape are dropped. */
  async setAdapter(variant: TrainedVariant, adapter: Adapter | null): Promise<void> {
    const { device, model } = this.ready('reinforce');
    if (!adapter) return this.#bank?.set(variant, null);
    const before = this.bank(adapter);
    if (!isSame(before.lora, adapter.lora)) {
      this.#bank = new AdapterBank(device, model.config, adapter.lora);
      this.results =
        variant === 'reinforced' ? {} : { ...(this.results.label && { label: this.results.label }) };
      await before.release();
    }
    await this.bank(adapter).set(variant, adapter);
  }

  /** Knows from now on which variant is in training, and how to read it. */
  trains(variant: TrainedVariant): NonNullable<TrainingInput['onCurrent']> {
    return (read) => (this.training = read && { variant, read });
  }

  /** The current inputs of the stages. @throws LetheError stage/order before a model is loaded */
  now(settings: RunSettings, inputs: JobInputs): RunInputs {
    const { hashes } = this.ready('reinforce');
    return { settings, inputs: runInputs(hashes, inputs), results: this.results };
  }

  /** The fingerprint of a stage about to run. @throws LetheError stage/order if an earlier stage must run first */
  begin(stage: StageName, settings: RunSettings, inputs: JobInputs = {}): Fingerprint {
    this.ready(stage);
    const [pipeline, now] = [pipelineOf(settings), this.now(settings, inputs)];
    const [needs] = missingBefore(pipeline, stage, now);
    return needs === undefined ? fingerprint(pipeline, stage, now) : fail('stage/order', { stage, needs });
  }

  /** Sets another dictionary for the loaded texts, and repeated sentences. @throws LetheError stage/order before a model is loaded */
  setAnchors(anchors: Anchors): Loaded {
    const {
      dataset: { sentences: _, ...texts },
      ...loaded
    } = this.ready('setDictionary');
    const dataset = { ...texts, ...anchors };
    this.#loaded = { ...loaded, dataset, hashes: hashesOf(loaded.hashes.model, dataset) };
    return this.#loaded;
  }

  /** Bytes held by the runtime, 0 before a model is loaded. */
  memoryBytes(): number {
    return this.#loaded?.device.memoryBytes() ?? 0;
  }

  async release(): Promise<void> {
    const [loaded, bank] = [this.#loaded, this.#bank];
    this.#loaded = null;
    this.#bank = null;
    this.#texts = null;
    this.results = {};
    this.diverged = null;
    await bank?.release();
    await loaded?.model.release();
    await loaded?.device.release();
  }
}
