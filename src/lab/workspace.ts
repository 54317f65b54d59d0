/**
 * What the stages share: the loaded model, its adapters, and the result of each stage with its inputs.
 *
 * The baseline is the loaded model, or what it is after it has read the text. What it learnt by reading is merged into
 * its weights, so that adapters, equation 1 and attacks see an ordinary frozen model and nothing else has to know. The
 * merge is computed from the weights as they were read from the file, so it gives the same bits on every backend.
 */
import { fail } from './error-catalogue';
import { isSame } from '../base/same';
import type { Split } from '../evaluate/split';
import type { ModelFiles } from '../files/model-files';
import { pipelineOf, readsFirst, type RunSettings } from '../methods/settings';
import { AdapterBank, type Adapter, type AdapterVariant, type TrainedVariant } from '../model/adapter-bank';
import type { LoraSettings } from '../llama/lora';
import type { WeightBits } from '../llama/weight-bits';
import type { VariantRef } from '../model/evaluated-model';
import { mergeAdapter } from '../model/merge';
import type { Execution } from '../model/execution';
import { Model } from '../model/model';
import type { BitChoice, PlanChoice } from '../model/plan-choice';
import { fingerprint, type Fingerprint, type RunInputs, type StageResult } from '../pipeline/fingerprint';
import type { StageName, TrainedStage } from '../pipeline/stage';
import { missingBefore } from '../pipeline/status';
import type { Labels } from '../unlearn/record';
import type { TrainingInput } from '../unlearn/train';
import type { Chosen } from './choose-device';
import type { Anchors, Dataset, Items } from './dataset';
import { questionsAbout } from './own-texts';
import type { ProbeHistory } from './forgetting-monitor';
import type { Measures } from './measures';
import { filesInBits, filesInOtherBits } from './files-in-bits';
import type { OpenedAdapter } from '../exchange/read-adapter';
import { planFor } from './plan-for';
import { TextCache, type Prepared, type TextSettings } from './prepared';
import { hashesOf } from './hashes';
import { runInputs, type Hashes, type JobInputs } from './run-inputs';
import type { SavedTraining } from '../store/run';

export interface Loaded extends Chosen {
  /** of the baseline: its weights are those of `model` */
  readonly files: ModelFiles;
  /** reads the files of the model again, for weights that are kept in fewer bits than these */
  readonly readAgain: (bits: WeightBits) => Promise<ModelFiles>;
  /** the baseline */
  readonly model: Model;
  /** the settings that the plan and the weights of `model` follow */
  readonly planChoice: PlanChoice;
  readonly bitChoice: BitChoice;
  readonly dataset: Dataset;
  /** of which items are read; a text of the user's own has prompts that belong to none */
  readonly split: Split;
  /** folders of the model and the data set inside the source */
  readonly folders: { readonly model: string; readonly world: string };
  /** whether the forget set is the user's own text, which the folder's questions do not cover */
  readonly isOwnText: boolean;
  readonly hashes: Hashes;
}

/** The latest results of the stages; trained adapters are in the bank. */
export interface Results {
  readonly read?: StageResult;
  /** `settings`: it was made with these; `opened`: the name of the adapter that was opened in place of a training */
  readonly reinforce?: StageResult & { readonly settings: RunSettings; readonly opened?: string };
  readonly label?: StageResult & { readonly labels: Labels };
  /** `history`: what was measured during training, null if nothing was; `ref`: which rows of the bank answer */
  readonly unlearn?: StageResult & {
    readonly settings: RunSettings;
    readonly opened?: string;
    readonly history: ProbeHistory | null;
    readonly ref: VariantRef;
  };
}

/** The last good state of a training that diverged, which can still become its result. */
export interface DivergedTraining {
  readonly stage: TrainedStage;
  readonly saved: SavedTraining;
  readonly history: ProbeHistory | null;
}

const isSameRun = (a: Execution, b: Execution): boolean => a.plan === b.plan && a.weightBits === b.weightBits;

export class Workspace {
  #loaded: Loaded | null = null;
  /** as they were read, or in fewer bits */
  #files: ModelFiles | null = null;
  /** what the model learnt by reading the text; null before it has, and while it does */
  reading: Adapter | null = null;
  /** the reading that is merged into the loaded model */
  #merged: Adapter | null = null;
  #bank: AdapterBank | null = null;
  #texts: TextCache | null = null;
  results: Results = {};
  /** an adapter made elsewhere, to compare; null: none is open */
  opened: OpenedAdapter | null = null;
  /** a training between two of its steps: the variant that it trains, and how to read it so far; null: none is */
  training: { readonly variant: TrainedVariant; readonly read: () => Promise<Adapter> } | null = null;
  /** the last good state of a training that diverged */
  diverged: DivergedTraining | null = null;
  /** of the baseline, by the texts that it was measured on */
  baselineMeasures = new WeakMap<Prepared['aligned'], Measures>();

  /** Takes a loaded model; the previous one must be released first. */
  put(loaded: Loaded): void {
    this.#loaded = loaded;
    this.#files = loaded.files;
    this.#texts = null;
    this.opened = null;
  }

  /** @throws LetheError stage/order before a model is loaded */
  ready(stage: string): Loaded {
    return this.#loaded ?? fail('stage/order', { stage, needs: 'load' });
  }

  /**
   * The files of the model as they were read, in the bits that it is run with.
   * @throws LetheError stage/order before a model is loaded
   */
  filesAsLoaded(stage: string): ModelFiles {
    return this.#files ?? fail('stage/order', { stage, needs: 'load' });
  }

  /**
   * The loaded model as the baseline of these settings, run by their plan: it is opened again if its weights, their bits or
   * its plan are others. Every stage that runs the model begins with this.
   * @throws LetheError stage/order before a model is loaded; plan/too-big if the plan needs more than the device offers
   */
  async baseline(stage: string, settings: RunSettings): Promise<Loaded> {
    const [loaded, asRead] = [this.ready(stage), this.filesAsLoaded(stage)];
    // Between two steps of a training, the model that it trains stays.
    if (this.training) return loaded;
    const reading = readsFirst(settings) ? this.reading : null;
    const { config } = asRead;
    const { device, model, planChoice, bitChoice } = loaded;
    const asked = { planChoice: settings.plan, bitChoice: settings.weightBits };
    const isSamePlan = isSame(asked, { planChoice, bitChoice });
    const execution = isSamePlan ? model.execution : planFor(config, settings, device).execution;
    if (reading === this.#merged && isSameRun(execution, model.execution)) {
      if (isSamePlan) return loaded;
      this.#loaded = { ...loaded, ...asked };
      return this.#loaded;
    }
    const { weightBits } = execution;
    const bits = { from: model.execution.weightBits, to: weightBits };
    const files = await filesInOtherBits(asRead, bits, loaded.readAgain);
    this.#files = files;
    const merged = reading
      ? filesInBits({ ...files, weights: mergeAdapter(config, files.weights, reading) }, weightBits)
      : files;
    this.#loaded = null; // two models at once may be more than the device holds
    await model.release();
    const reopened = await Model.open(device, config, merged.weights, execution).catch(
      async (error: unknown) => {
        await device.release();
        throw error;
      },
    );
    this.#loaded = {
      ...loaded,
      files: merged,
      model: reopened,
      ...asked,
    };
    this.#merged = reading;
    this.baselineMeasures = new WeakMap();
    return this.#loaded;
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
      const { read, label } = this.results;
      this.results = { ...(read && { read }), ...(variant === 'unlearned' && label && { label }) };
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

  /** Sets another dictionary for the loaded texts, and repeated sentences; questions about an own text follow it. @throws LetheError stage/order before a model is loaded */
  setAnchors(anchors: Anchors): Loaded {
    const {
      dataset: { sentences: _, ...texts },
      ...loaded
    } = this.ready('setDictionary');
    const prompts = loaded.isOwnText ? questionsAbout(texts.forget, anchors.dictionary) : texts.prompts;
    return this.#putDataset(loaded, { ...texts, ...anchors, prompts });
  }

  /** Sets the items of another split; prompts about an own text stay. @throws LetheError stage/order before a model is loaded */
  setItems(split: Split, items: Items): Loaded {
    const loaded = this.ready('evaluate');
    this.baselineMeasures = new WeakMap();
    const { heldOut } = items;
    return this.#putDataset(
      { ...loaded, split },
      { ...loaded.dataset, ...(loaded.isOwnText ? { heldOut } : items) },
    );
  }

  #putDataset(loaded: Omit<Loaded, 'dataset'>, dataset: Dataset): Loaded {
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
    this.#files = null;
    this.reading = null;
    this.#merged = null;
    this.#bank = null;
    this.#texts = null;
    this.results = {};
    this.opened = null;
    this.diverged = null;
    await bank?.release();
    await loaded?.model.release();
    await loaded?.device.release();
  }
}
