/** The page's actions: loads models, runs stages, sends prompts, and updates the state of the run. */
import { LabClient } from '../bridge/client';
import type { LabEvent } from '../lab/events';
import type { OwnTexts } from '../lab/own-texts';
import type { Restored } from '../lab/restored';
import { runTo, type RunEvent, type RunHost } from '../lab/run-to';
import type { HumanInput } from '../review/human-input';
import type { Place } from '../store/project-store';
import type { Dictionary } from '../text/dictionary';
import type { RunSettings } from '../methods/settings';
import type { TrainedStage } from '../pipeline/stage';
import { missingBefore } from '../pipeline/status';
import { noAnswer, withWritten } from './ask/answer';
import { askInput, modelVariants, type Asking } from './ask/asking';
import type { CatalogEntry } from './catalogue';
import type { Overall } from './overall';
import { RunProgress } from './run-progress.svelte';
import { isRecordedOf, showRecording, recordedAnswers, type Recording } from './recording';
import { pageHost } from './page-host';
import { showRestored } from './restored';
import { RunState } from './run-state.svelte';
import { stageNames, type StageName } from '../pipeline/stage';
import type { Stage } from './stage.svelte';
import { shownStatus, type ShownStatus } from './status';
import { keepAwake } from './wake-lock';

const MAX_TOKENS = 40;

export class RunController extends RunState {
  readonly #client: LabClient;
  readonly #progress = new RunProgress();
  #isGoing = $state(false);
  /** saved results of an earlier visit, until they are shown */
  #restored: Restored | null = null;

  constructor(spawn: () => Worker) {
    super();
    this.#client = new LabClient(spawn, () => (this.isLost = true));
  }

  /** Where the run is saved from now on; null: nowhere. */
  setStore(place: Place | null): void {
    this.#client.setStore(place);
  }

  /** The last stage of a run that was interrupted; null: none was. */
  get interrupted(): StageName | null {
    return this.#isGoing || this.busy ? null : this.until;
  }

  /** Progress of a run of several stages; null while there is none. */
  get all(): Overall | null {
    return this.#progress.overall((stage) => this[stage].progress, {
      ...this.settings,
      scope: this.choice.scope,
    });
  }

  status(stage: StageName): ShownStatus {
    return shownStatus(this, stage);
  }

  /** The stages that must run, or run again, before `stage` can. */
  missing(stage: StageName): StageName[] {
    return missingBefore(this.pipeline, stage, this.now);
  }

  /** Loads a model, and with it the saved results of an earlier visit. */
  async runLoad(entry: CatalogEntry): Promise<void> {
    this.#forgetRun();
    if (this.entry?.model !== entry.model) this.overrides = [];
    const wasLost = this.isLost;
    if (wasLost) this.#client.close();
    this.entry = entry;
    const texts = this.texts ? { texts: this.texts } : {};
    const input = { backend: this.backend, model: entry.model, world: entry.world, ...texts };
    await this.load.run(async (signal, onEvent) => {
      const loaded = await this.#client.run('load', input, { signal, onEvent });
      this.original = loaded.dataset.dictionary;
      const { dictionary } = this;
      const changed = dictionary && (await this.#client.run('setDictionary', { dictionary }));
      // Unreadable saved results are treated as absent.
      this.#restored = await this.#client.run('restore', {}, { signal }).catch(() => null);
      return { ...loaded, ...changed };
    });
    this.isLost = wasLost && this.load.phase.kind !== 'done';
    this.dataset = this.loaded?.dataset ?? this.dataset;
    if (this.loaded && this.#restored) showRestored(this, this.#restored);
    this.#restored = null;
    this.#recall();
    await this.#readMemory();
  }

  /** Shows a recorded run at the stages that have not run on this device. */
  show(recording: Recording): void {
    this.recording = recording;
    this.#recall();
  }

  /** Whether stages that have not run on this device show a recorded run. */
  get isRecorded(): boolean {
    return (
      this.recording !== null &&
      !this.texts &&
      isRecordedOf(this.recording, this.entry, this.loaded?.hashes ?? null)
    );
  }

  /** Loads the model and runs every stage. */
  async runItYourself(entry: CatalogEntry): Promise<void> {
    await this.runLoad(entry);
    if (this.loaded) await this.runAll();
  }

  #recall(): void {
    if (this.recording && this.isRecorded) showRecording(this, this.recording);
  }

  /** Changes the given settings. */
  change(part: Partial<RunSettings>): void {
    this.settings = { ...this.settings, ...part };
  }

  /** Replaces the dictionary: the labels and all later stages become out of date. */
  async useDictionary(dictionary: Dictionary): Promise<void> {
    if (!this.dataset) return;
    const { outcome } = this.load;
    if (outcome) {
      const changed = await this.#client.run('setDictionary', { dictionary });
      this.load.outcome = { ...outcome, result: { ...outcome.result, ...changed } };
    }
    this.dictionary = dictionary;
    this.dataset = { ...this.dataset, dictionary };
  }

  /** Sets a custom text, or null for that of the data set; a loaded model is loaded again with it. */
  async useTexts(texts: OwnTexts | null): Promise<void> {
    this.texts = texts;
    this.dictionary = null;
    this.overrides = [];
    if (this.dataset && texts) this.dataset = { ...this.dataset, ...texts };
    if (texts) this.original = texts.dictionary;
    this.#forgetRun();
    this.#recall();
    if (this.entry && (this.loaded || !texts)) await this.runLoad(this.entry);
  }

  /** Takes the record of a review; grades go into the report that they were given for. */
  async takeHuman(input: HumanInput): Promise<void> {
    this.human = [...this.human.filter(({ task }) => task !== input.task), input];
    const { outcome } = this.evaluate;
    if (input.task !== 'evaluation' || !outcome) return;
    const { withGrades } = await import('./report/finish-report');
    this.evaluate.outcome = { ...outcome, result: await withGrades(outcome.result, input) };
  }

  #forgetRun(): void {
    this.human = this.human.filter(({ task }) => task === 'anchors'); // the dictionary stays
    for (const name of stageNames) this[name].reset();
    this.ask.reset();
    this.answers = [];
  }

  /** Continues an interrupted run; reloads the model first if it is lost. */
  async continueRun(stage: StageName): Promise<void> {
    if (this.entry && !this.loaded) await this.runLoad(this.entry);
    await this.run(stage, true);
  }

  /** Restores the last good state of a training that diverged. */
  async rescue(stage: TrainedStage): Promise<void> {
    const view = this[stage];
    const signal = view.begin();
    try {
      const made = await this.#client.run(
        'rescue',
        { stage },
        { signal, onEvent: (event) => view.see(event) },
      );
      if (made.stage === 'unlearn') this.unlearn.finish({ ...made.compared, end: made.end }, made);
      else this.reinforce.finish(undefined, made);
    } catch (error) {
      view.fail(error);
    }
  }

  /**
   * Runs `stage`, and before it all its inputs that are missing or out of date. Interrupted trainings resume; that of
   * `stage` itself only with `resume`.
   */
  async run(stage: StageName, resume = false): Promise<void> {
    if (this.isLost && this.entry) await this.runLoad(this.entry);
    if (!this.loaded) return;
    this.until = stage;
    this.isRecovered = false;
    this.#isGoing = true;
    const letSleep = await keepAwake();
    try {
      for await (const event of runTo(this.#host(), stage, { resume })) this.#follow(event);
    } catch {
      // The stage that ended the run shows why.
    } finally {
      this.#progress.end();
      this.#isGoing = false;
      if (!this.isLost) this.until = null;
      await letSleep();
    }
  }

  /** Runs every stage that is not done. */
  runAll(): Promise<void> {
    return this.run('evaluate');
  }

  /** Stops the running stage and cancels the planned ones. */
  stopAll(): void {
    for (const name of stageNames) if (this[name].running) this[name].cancel();
  }

  /** All variants continue one prompt in one batch; before a model is loaded, the recorded answers are shown. */
  async runAsk(prompt: string, asking: Asking): Promise<void> {
    this.asked = prompt;
    const recorded = !this.loaded && this.recording && recordedAnswers(this.recording, prompt);
    if (recorded) {
      this.answers = recorded;
      return;
    }
    this.questions.all += 1;
    if (this.unlearn.outcome?.source === 'live') this.questions.afterUnlearning += 1;
    const settings = { ...$state.snapshot(this.settings), alpha: this.alphaView.at };
    this.answers = modelVariants.map(() => noAnswer);
    this.translatedPrompt = null;
    const variants = { prompts: [prompt], variants: modelVariants, maxTokens: MAX_TOKENS };
    const input = { ...variants, ...askInput(asking), settings };
    const hear = (event: LabEvent): void => {
      if (event.kind === 'write') this.answers = withWritten(this.answers, event);
      if (event.kind === 'read') this.translatedPrompt = event.translated[0] ?? null;
    };
    await this.ask.run((signal) => this.#client.run('ask', input, { signal, onEvent: hear }));
  }

  /** Removes all answers. */
  clearAnswers(): void {
    this.answers = [];
    this.asked = '';
    this.translatedPrompt = null;
  }

  /** Changes the α that is shown, and that of equation 1 while it generates. */
  moveAlpha(alpha: number): void {
    this.alphaView.at = alpha;
    // A lost worker has nothing to change; its job reports the loss.
    this.#client.moveAlpha(alpha).catch(() => undefined);
  }

  pause(stage: Stage<unknown>): void {
    stage.paused = true;
    this.#client.pause();
  }

  /** Runs one step, then pauses again. */
  step(): void {
    this.#client.step();
  }

  /** Ends the current unlearning early; the unlearned model is that of the last step. */
  stopHere(): void {
    this.unlearn.paused = false;
    this.#client.stopHere();
  }

  resume(stage: Stage<unknown>): void {
    stage.paused = false;
    this.#client.resume();
  }

  #host(): RunHost {
    return pageHost({
      run: this,
      client: this.#client,
      settings: () => $state.snapshot(this.settings),
      reload: async () => {
        if (this.entry) await this.runLoad(this.entry);
        return this.loaded !== null;
      },
    });
  }

  #follow(event: RunEvent): void {
    this.#progress.follow(event);
    if (event.kind === 'made') void this.#readMemory();
    if (event.kind === 'recovering') this.isRecovered = true;
  }

  async #readMemory(): Promise<void> {
    this.memory = await this.#client.memoryBytes().catch(() => 0);
  }
}
