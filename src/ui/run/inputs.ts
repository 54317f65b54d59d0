/** Changes what the stages read: the text, the dictionary, and what reviewers decided. */
import type { LabClient } from '../../bridge/client';
import type { Split } from '../../evaluate/split';
import type { OwnTexts } from '../../lab/own-texts';
import type { LoadResult } from '../../lab/stages/load';
import type { DatasetResult } from '../../lab/stages/set-dictionary';
import { ownTextSettings } from '../../methods/presets';
import { presetFor, sizeOf } from '../../methods/preset-by-size';
import { settingsFor, type RunSettings } from '../../methods/settings';
import type { Dictionary } from '../../text/dictionary';
import { part } from '../browser/lazy/part';
import type { ReviewOutcome } from './review-outcome';
import type { Loading } from './loading';
import type { RunState } from './run-state.svelte';
import type { StageOutcome } from './stage.svelte';

const reports = part(() => import('./finish-report'));
const ownTexts = part(() => import('../../lab/own-texts'));

export class Inputs {
  constructor(
    private readonly state: RunState,
    private readonly client: Pick<LabClient, 'run'>,
    private readonly loading: Pick<Loading, 'reload'>,
  ) {}

  /** Replaces the dictionary: the labels and all later stages become out of date. */
  async useDictionary(dictionary: Dictionary): Promise<void> {
    await this.#useAnchors(dictionary, this.state.sentences);
  }

  /** Sets which repeated sentences are forgotten; null: all that are found. */
  async useSentences(sentences: readonly string[] | null): Promise<void> {
    const { dataset } = this.state;
    if (dataset) await this.#useAnchors(dataset.dictionary, sentences);
  }

  async #useAnchors(dictionary: Dictionary, sentences: readonly string[] | null): Promise<void> {
    const { state } = this;
    if (!state.dataset) return;
    const anchors = { dictionary, ...(sentences ? { sentences } : {}) };
    const { outcome } = state.load;
    state.dictionary = dictionary;
    state.sentences = sentences;
    if (outcome) {
      this.#show(outcome, await this.client.run('setDictionary', anchors));
      return;
    }
    const { sentences: _, ...texts } = state.dataset;
    state.dataset = { ...texts, ...anchors };
  }

  /** Sets which items are evaluated. @throws LetheError file/missing if the data set has none of this split */
  async useSplit(split: Split): Promise<void> {
    const { state } = this;
    if (state.split === split) return;
    const { split: before, load } = state;
    state.split = split; // a model that is loaded later, as after its device was lost, has them too
    try {
      if (load.outcome && !state.isLost)
        this.#show(load.outcome, await this.client.run('setSplit', { split }));
    } catch (error) {
      state.split = before;
      throw error;
    }
  }

  #show(outcome: StageOutcome<LoadResult>, changed: DatasetResult): void {
    const { state } = this;
    state.load.outcome = { ...outcome, result: { ...outcome.result, ...changed } };
    state.dataset = changed.dataset;
  }

  /** Uses a custom text, with the settings for one; a loaded model is loaded again with it. */
  async useTexts(texts: OwnTexts, readFirst: boolean): Promise<void> {
    const { state } = this;
    const { withOwnTexts } = await ownTexts();
    this.#startOver(texts, { ...ownTextSettings(state.settings.method), readFirst });
    if (state.dataset) state.dataset = withOwnTexts(state.dataset, texts);
    state.original = texts.dictionary;
    if (state.loaded) await this.loading.reload();
  }

  /** Goes back to the text of the data set. */
  async useShipped(): Promise<void> {
    const { state } = this;
    this.#startOver(null, settingsFor(state.settings.method));
    state.recall();
    await this.loading.reload();
  }

  /**
   * Uses the lesson in a folder, or for null none, with the settings for the size of the loaded model; the model is
   * loaded again with it.
   */
  async useLesson(world: string | null): Promise<void> {
    const { state } = this;
    const { plan, weightBits, method } = state.settings;
    const settings = state.loaded
      ? presetFor(sizeOf(state.loaded.parameters, state.loaded.dataset))
      : settingsFor(method);
    this.#startOver(null, { ...structuredClone(settings), plan, weightBits });
    state.lesson = world;
    await this.loading.reload();
  }

  #startOver(texts: OwnTexts | null, settings: RunSettings): void {
    const { state } = this;
    state.texts = texts;
    state.dictionary = null;
    state.sentences = null;
    state.overrides = [];
    state.human = [];
    state.settings = { ...settings, seed: state.settings.seed };
    state.forget();
    state.conversation.prompt = null;
  }

  /** Uses what a review decided: terms, labels or grades. */
  async useReview(outcome: ReviewOutcome): Promise<void> {
    if (outcome.task === 'anchors')
      await this.#useAnchors(outcome.dictionary.entries, outcome.dictionary.sentences);
    if (outcome.task === 'language') this.state.overrides = outcome.overrides;
    await this.#record(outcome);
  }

  /** Keeps the record of a review for the next report; grades go into the one that they were given for. */
  async #record(given: ReviewOutcome): Promise<void> {
    const { state } = this;
    if (given.task !== 'evaluation') {
      const others = state.human.filter(({ task }) => task !== given.task);
      state.human = given.human ? [...others, given.human] : others;
      return;
    }
    const { evaluate } = state.stages;
    const { outcome } = evaluate;
    if (!outcome) return;
    const { withGrades } = await reports();
    evaluate.outcome = { ...outcome, result: await withGrades(outcome.result, given) };
  }
}
