/**
 * The laboratory: the paper's four steps wired together over one loaded model. Every stage is an
 * async generator in a file of its own; none knows of workers, pages or storage. The same class runs
 * in the page's worker and in Node.
 */
import type { Report } from '../evaluate/report';
import type { FileSource } from '../files/source';
import type { AdapterVariant } from '../model/adapter-bank';
import type { KeyValue } from '../store/key-value';
import type { TrainedStage } from '../store/run';
import type { Dictionary } from '../text/dictionary';
import type { Labels } from '../unlearn/record';
import type { LabelOverride } from '../unlearn/overrides';
import { parseAlpha, type RunSettings } from '../methods/settings';
import { ask, type AskInput } from './ask';
import { scoreChoices, type ScoreChoicesInput } from './score-choices';
import type { Openers } from './choose-device';
import { setDictionary, type DictionaryResult } from './set-dictionary';
import { evaluate } from './evaluate';
import type { EvaluateInput } from './evaluate-input';
import type { JobStream } from './events';
import { label } from './label';
import { load, type LoadInput, type LoadResult } from './load';
import { measure, type Measures } from './measure';
import { withTexts } from './own-texts';
import { reinforce } from './reinforce';
import { rescue } from './rescue';
import { restore } from './restore';
import type { Restored } from './restored';
import { unlearn, type Ended } from './unlearn';
import type { WatchSettings } from './watch-settings';
import { Workspace } from './workspace';

export class Lab {
  readonly #workspace = new Workspace();
  /** where the loaded world's files come from */
  #files: FileSource;
  /** of equation 1 while it writes */
  #alpha = 0;
  /** whether the training that unlearns is to end as it stands */
  #enough = false;

  constructor(
    private readonly source: FileSource,
    private readonly open: Openers,
    /** where the lab keeps what it makes; null: nowhere */
    private store: KeyValue | null = null,
  ) {
    this.#files = source;
  }

  /** From now on keeps what it makes in `store`. */
  setStore(store: KeyValue | null): void {
    this.store = store;
  }

  /** What `store` still has of the run, put back to work where it fits what is loaded. */
  restore(overrides: readonly LabelOverride[], signal: AbortSignal): JobStream<Restored> {
    return restore(this.#workspace, this.#files, this.store, overrides, signal);
  }

  /** Takes the last good state of a training that went astray as what came out of it. */
  rescue(stage: TrainedStage): JobStream<void> {
    return rescue(this.#workspace, stage);
  }

  load(input: LoadInput): JobStream<LoadResult> {
    const { texts, world } = input;
    this.#files = texts ? withTexts(this.source, world, texts) : this.source;
    return load(this.#workspace, this.#files, this.open, input);
  }

  /** Another dictionary for the texts that are loaded. */
  setDictionary(dictionary: Dictionary): JobStream<DictionaryResult> {
    return setDictionary(this.#workspace, dictionary);
  }

  /** With `resume` it goes on from where it was broken off, as `unlearn` does. */
  reinforce(settings: RunSettings, signal: AbortSignal, resume = false): JobStream<void> {
    return reinforce(this.#workspace, settings, this.store, resume, signal);
  }

  label(settings: RunSettings, signal: AbortSignal): JobStream<Labels> {
    return label(this.#workspace, settings, this.store, signal);
  }

  /** `watching` measures the forgetting every few steps and may end it early; `overrides` are labels by people. */
  unlearn(
    settings: RunSettings,
    signal: AbortSignal,
    watching: WatchSettings | null = null,
    overrides: readonly LabelOverride[] = [],
    resume = false,
  ): JobStream<Ended> {
    this.#enough = false;
    const isEnough = (): boolean => this.#enough;
    const { store } = this;
    const how = { watching, overrides, isEnough, store, resume };
    return unlearn(this.#workspace, this.#files, settings, how, signal);
  }

  /** Ends the unlearning under way after its current step; the unlearned model is kept as it stands. */
  stopHere(): void {
    this.#enough = true;
  }

  measure(variant: AdapterVariant, settings: RunSettings, signal: AbortSignal): JobStream<Measures> {
    return measure(this.#workspace, variant, settings, this.store, signal);
  }

  /** Equation 1 starts with the settings' α; `moveAlpha` changes it while it writes. */
  ask(input: AskInput, settings: RunSettings, signal: AbortSignal): JobStream<string[][]> {
    this.#alpha = settings.alpha;
    return ask(this.#workspace, this.#files, input, settings, () => this.#alpha, signal);
  }

  /** α for equation 1, from the next token that it writes. @throws LetheError settings/invalid */
  moveAlpha(alpha: number): void {
    this.#alpha = parseAlpha(alpha);
  }

  scoreChoices(input: ScoreChoicesInput, settings: RunSettings, signal: AbortSignal): JobStream<number[][]> {
    return scoreChoices(this.#workspace, input, settings, signal);
  }

  evaluate(input: EvaluateInput, settings: RunSettings, signal: AbortSignal): JobStream<Report> {
    return evaluate(this.#workspace, this.#files, input, settings, signal);
  }

  /** Bytes held by the runtime, 0 before a model is loaded. */
  memoryBytes(): number {
    return this.#workspace.memoryBytes();
  }

  release(): Promise<void> {
    return this.#workspace.release();
  }
}
