/**
 * The laboratory: the paper's four steps wired together over one loaded model. Every stage is an
 * async generator; none knows of workers, pages or storage. The same class runs in the page's
 * worker and in Node.
 */
import { fail } from '../base/errors';
import { contentHash } from '../base/hash';
import { optionScores, type Choice } from '../evaluate/multiple-choice';
import { nameProbability } from '../evaluate/names';
import { perplexity } from '../evaluate/perplexity';
import { loadModelFiles, type ModelFiles } from '../files/model-files';
import type { FileSource } from '../files/source';
import { AdapterBank, type Adapter, type Voice } from '../model/adapter-bank';
import { generate } from '../model/generate';
import { Model } from '../model/model';
import type { DeviceInfo } from '../runtime/device';
import { label } from '../unlearn/label';
import type { Labels } from '../unlearn/record';
import { alphaOf, parseAlpha, variantOf, type RunSettings } from '../unlearn/settings';
import { softLabels } from '../unlearn/soft-labels';
import { train } from '../unlearn/train';
import { chooseDevice, type Chosen, type DeviceChoice, type Openers } from './choose-device';
import type { LabEvent } from './events';
import { writersOf, type Asked } from './writers';
import { prepare, textSettings, type Prepared } from './prepared';
import { loadWorld, type World } from './world';

export interface LoadInput {
  readonly backend: DeviceChoice;
  /** folders of the model and the world inside the source */
  readonly model: string;
  readonly world: string;
}

export interface LoadResult {
  readonly device: DeviceInfo;
  readonly why: string;
  readonly parameters: number;
  readonly bytes: number;
  /** SHA-256 of the weights and of the texts */
  readonly hashes: { readonly model: string; readonly world: string };
  readonly world: World;
}

export interface Measures {
  /** mean probability of the saga's names where they stand */
  readonly names: number;
  /** everyday text */
  readonly perplexity: number;
}

export interface AskInput extends Asked {
  readonly maxTokens: number;
}

export interface ChooseInput {
  readonly questions: readonly Choice[];
  readonly voice: Voice;
}

interface Loaded extends Chosen {
  readonly files: ModelFiles;
  readonly model: Model;
  readonly world: World;
  readonly hashes: LoadResult['hashes'];
}

/** What a choice of settings decides before any training. */
interface Run {
  readonly key: string;
  readonly bank: AdapterBank;
  readonly texts: Prepared;
  reinforced: Adapter | null;
  labels: Labels | null;
}

type Stage<R> = AsyncGenerator<LabEvent, R>;

/** Blocks scored at once by `measure`. */
const SCORE_BATCH = 8;

export class Lab {
  #loaded: Loaded | null = null;
  #run: Run | null = null;
  /** of equation 1 while it writes */
  #alpha = 0;

  constructor(
    private readonly source: FileSource,
    private readonly open: Openers,
  ) {}

  /** Step 0: the model and the world. A model loaded before is released. */
  async *load({ backend, model: folder, world: texts }: LoadInput): Stage<LoadResult> {
    yield { kind: 'note', text: 'files' };
    const [files, world] = [await loadModelFiles(this.source, folder), await loadWorld(this.source, texts)];
    await this.release();
    yield { kind: 'note', text: backend === 'auto' ? 'measuring' : 'device' };
    const chosen = await chooseDevice(backend, files, this.open);
    const model = await Model.open(chosen.device, files.config, files.weights);
    const hashes = { model: files.hash, world: contentHash(JSON.stringify(world)) };
    this.#loaded = { ...chosen, files, model, world, hashes };
    const parameters = [...files.weights.values()].reduce((sum, { data }) => sum + data.length, 0);
    return {
      device: chosen.device.info,
      why: chosen.why,
      parameters,
      bytes: files.bytes,
      hashes,
      world,
    };
  }

  /** Step 1: fine-tune the baseline on the forget text. */
  async *reinforce(settings: RunSettings, signal: AbortSignal): Stage<void> {
    const { model } = this.#ready('reinforce');
    yield { kind: 'note', text: 'translating' };
    const run = await this.#start(settings);
    yield { kind: 'note', text: 'compiling' };
    const input = {
      blocks: run.texts.forget,
      retain: [],
      retainShare: 0,
      training: settings.reinforce,
      seed: settings.seed,
    };
    const adapter = yield* train(model, input, settings, signal);
    Object.assign(run, { reinforced: adapter, labels: null });
    await run.bank.set('reinforced', adapter);
    await run.bank.set('unlearned', null);
  }

  /** Steps 2 and 3: the baseline on the translation, and equation 1. */
  async *label(settings: RunSettings, signal: AbortSignal): Stage<Labels> {
    const { model, files, hashes } = this.#ready('label');
    const run = settings.reinforced ? this.#current('label', settings) : await this.#start(settings);
    if (settings.reinforced && !run.reinforced)
      return fail('stage/order', { stage: 'label', needs: 'reinforce' });
    const input = { ...settings, alpha: alphaOf(settings) };
    const blocks = yield* label(model, run.bank, run.texts.aligned, input, signal);
    const { config, tokenizer } = files;
    const vocabulary = Array.from({ length: config.vocabSize }, (_, id) => tokenizer.tokenText(id));
    run.labels = { origin: { variant: variantOf(settings), settings, hashes }, vocabulary, blocks };
    return run.labels;
  }

  /** Step 4: fine-tune the baseline on the original text with the generic labels. */
  async *unlearn(settings: RunSettings, signal: AbortSignal): Stage<void> {
    const { model } = this.#ready('unlearn');
    const run = this.#current('unlearn', settings);
    const { blocks } = run.labels ?? fail('stage/order', { stage: 'unlearn', needs: 'label' });
    yield { kind: 'note', text: 'compiling' };
    const { retainShare } = settings.unlearn;
    const input = {
      blocks: settings.softLabels ? blocks.map(softLabels) : blocks,
      retain: run.texts.retain,
      retainShare,
      training: settings.unlearn,
      seed: settings.seed + 1,
    };
    await run.bank.set('unlearned', yield* train(model, input, settings, signal));
  }

  /** What a voice still knows of the saga, and how well it speaks otherwise. */
  async *measure(voice: Voice, settings: RunSettings, signal: AbortSignal): Stage<Measures> {
    const { model } = this.#ready('measure');
    yield { kind: 'note', text: 'scoring' };
    const { bank, texts } = this.#run ?? (await this.#start(settings));
    const shape = { batch: SCORE_BATCH, length: settings.blockLength };
    return {
      names: await nameProbability(model, bank, voice, texts.aligned, shape, signal),
      perplexity: await perplexity(model, bank, voice, texts.everyday, shape, signal),
    };
  }

  /**
   * Every prompt continued by every voice, in one batch; texts by prompt and voice. Equation 1 starts with the
   * settings' α; `moveAlpha` changes it while it writes.
   */
  async *ask(
    { maxTokens, ...asked }: AskInput,
    settings: RunSettings,
    signal: AbortSignal,
  ): Stage<string[][]> {
    const { model, files, world } = this.#ready('ask');
    const { bank } = this.#run ?? (await this.#start(settings));
    this.#alpha = settings.alpha;
    const writers = writersOf(asked, files, world, settings, () => this.#alpha);
    const stopAt = files.config.eosTokenId;
    const ids = writers.map((): number[] => []);
    for await (const written of generate(model, bank, writers, { maxTokens, stopAt }, signal)) {
      for (const { writer, id } of written) ids[writer]?.push(id);
      const texts = written.map(({ writer: row }) => ({ row, text: files.tokenizer.decode(ids[row] ?? []) }));
      yield { kind: 'write', written: texts };
    }
    const { prompts, voices } = asked;
    return prompts.map((_, p) =>
      voices.map((__, i) => files.tokenizer.decode(ids[p * voices.length + i] ?? [])),
    );
  }

  /** α for equation 1, from the next token that it writes. @throws LetheError settings/invalid */
  moveAlpha(alpha: number): void {
    this.#alpha = parseAlpha(alpha);
  }

  /** Mean ln p per token of every option of every question. */
  async *choose(
    { questions, voice }: ChooseInput,
    settings: RunSettings,
    signal: AbortSignal,
  ): Stage<number[][]> {
    const { model, files } = this.#ready('choose');
    yield { kind: 'note', text: 'scoring' };
    const { bank } = this.#run ?? (await this.#start(settings));
    return optionScores(model, bank, voice, files.tokenizer, questions, signal);
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

  #ready(stage: string): Loaded {
    return this.#loaded ?? fail('stage/order', { stage, needs: 'load' });
  }

  /** The run of these settings; a new one if adapters or texts are to be made otherwise. */
  async #start(settings: RunSettings): Promise<Run> {
    const { model, files, world, device } = this.#ready('reinforce');
    const key = runKey(settings);
    if (this.#run?.key === key) return this.#run;
    const texts = prepare(files, world, settings);
    await this.#run?.bank.release();
    this.#run = {
      key,
      texts,
      bank: new AdapterBank(device, model.config, settings.lora),
      reinforced: null,
      labels: null,
    };
    return this.#run;
  }

  #current(stage: string, settings: RunSettings): Run {
    if (this.#run?.key !== runKey(settings)) return fail('stage/order', { stage, needs: 'reinforce' });
    return this.#run;
  }
}

/** The settings that a run is made for; the others can change within it. */
function runKey(settings: RunSettings): string {
  return JSON.stringify([settings.lora, ...textSettings.map((name) => settings[name])]);
}
