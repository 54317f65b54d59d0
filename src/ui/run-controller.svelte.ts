/** The page at work: it loads, runs and asks, and the state of the run follows. */
import { LabClient } from '../bridge/client';
import type { LabEvent } from '../lab/events';
import type { OwnTexts } from '../lab/own-texts';
import type { Restored } from '../lab/restored';
import type { ModelVariant } from '../model/generation-inputs';
import type { HumanInput } from '../review/human-input';
import type { Place } from '../store/project-store';
import type { Dictionary } from '../text/dictionary';
import type { RunSettings } from '../methods/settings';
import { noAnswer, withWritten } from './ask/answer';
import { askInput, type Asking } from './ask/asking';
import type { CatalogEntry } from './catalogue';
import type { Basis } from './freshness';
import { overall, type Overall } from './overall';
import { isRecordedOf, showRecording, recordedAnswers, type Recording } from './recording';
import { showRestored } from './restored';
import { RunState } from './run-state.svelte';
import { compareVariants, startStage } from './stage-jobs';
import { madeStages, type MadeStage } from './stage-names';
import type { Stage } from './stage.svelte';
import { basisOf, missingBefore, standingOf, type Standing } from './standing';
import { keepAwake } from './wake-lock';

const MAX_TOKENS = 40;

/** Who answers a prompt, in the order of their answers. */
export const modelVariants = [
  'baseline',
  'reinforced',
  'equation1',
  'unlearned',
] as const satisfies readonly ModelVariant[];

/** A run of several stages. */
interface Plan {
  readonly stages: readonly MadeStage[];
  readonly at: number;
  readonly since: number;
}

export class RunController extends RunState {
  readonly #client: LabClient;
  #plan = $state.raw<Plan | null>(null);
  #isGoing = $state(false);
  /** what outlived the page, until it is shown */
  #restored: Restored | null = null;

  constructor(spawn: () => Worker) {
    super();
    this.#client = new LabClient(spawn, () => (this.isLost = true));
  }

  /** Where the run is kept from now on; null: nowhere. */
  setStore(place: Place | null): void {
    this.#client.setStore(place);
  }

  /** Up to where a run was to go that was broken off; null: none was. */
  get interrupted(): MadeStage | null {
    return this.#isGoing || this.busy ? null : this.until;
  }

  /** How far a run of several stages is; null while there is none. */
  get all(): Overall | null {
    const plan = this.#plan;
    const stage = plan?.stages[plan.at];
    if (!plan || !stage) return null;
    const { progress } = this[stage];
    const share = progress ? progress.done / progress.of : 0;
    const seconds = (performance.now() - plan.since) / 1000;
    return overall(plan.stages, plan.at, share, seconds, { ...this.settings, scope: this.choice.scope });
  }

  /** What each stage would be made from now, by these settings. */
  basis(stage: MadeStage, settings: RunSettings = this.settings): Basis {
    return basisOf(this, stage, settings);
  }

  standing(stage: MadeStage): Standing {
    return standingOf(this, stage);
  }

  /** The earlier stages that must run (again) before `stage` can. */
  missing(stage: MadeStage): MadeStage[] {
    return missingBefore(this, stage);
  }

  /** Loads a model, and with it what outlived the page. */
  async runLoad(entry: CatalogEntry): Promise<void> {
    this.#forgetRun();
    if (this.entry?.model !== entry.model) this.overrides = [];
    const wasLost = this.isLost;
    if (wasLost) this.#client.close();
    this.entry = entry;
    const texts = this.texts ? { texts: this.texts } : {};
    const input = { backend: this.backend, model: entry.model, world: entry.world, ...texts };
    const overrides = $state.snapshot(this.overrides);
    await this.load.run({}, async (signal, onEvent) => {
      const loaded = await this.#client.run('load', input, { signal, onEvent });
      const { dictionary } = this;
      if (dictionary) await this.#client.run('setDictionary', { dictionary });
      // What cannot be read is as if it had never been.
      this.#restored = await this.#client.run('restore', { overrides }, { signal }).catch(() => null);
      return dictionary ? { ...loaded, dataset: { ...loaded.dataset, dictionary } } : loaded;
    });
    this.isLost = wasLost && this.load.phase.kind !== 'done';
    this.dataset = this.loaded?.dataset ?? this.dataset;
    if (this.loaded && this.#restored) showRestored(this, this.#restored);
    this.#restored = null;
    this.#recall();
    await this.#readMemory();
  }

  /** Shows a recorded run wherever nothing was made here. */
  show(recording: Recording): void {
    this.recording = recording;
    this.#recall();
  }

  /** Whether the stages show a recorded run where they have nothing of their own. */
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

  /** Other settings in place of those given. */
  change(part: Partial<RunSettings>): void {
    this.settings = { ...this.settings, ...part };
  }

  /** Another dictionary: the labels and what follows them become stale. */
  async useDictionary(dictionary: Dictionary): Promise<void> {
    if (!this.dataset) return;
    if (this.loaded) await this.#client.run('setDictionary', { dictionary });
    this.dictionary = dictionary;
    this.dataset = { ...this.dataset, dictionary };
  }

  /** A text of the user's own, or null for the world's again; what is loaded is loaded again with it. */
  async useTexts(texts: OwnTexts | null): Promise<void> {
    this.texts = texts;
    this.dictionary = null;
    this.overrides = [];
    if (this.dataset && texts) this.dataset = { ...this.dataset, ...texts };
    this.#forgetRun();
    this.#recall();
    if (this.entry && (this.loaded || !texts)) await this.runLoad(this.entry);
  }

  /** What a review says about itself; grades belong into the report that they were given to. */
  async takeHuman(input: HumanInput): Promise<void> {
    this.human = [...this.human.filter(({ task }) => task !== input.task), input];
    const { outcome } = this.evaluate;
    if (input.task !== 'evaluation' || !outcome) return;
    const { withGrades } = await import('./report/finish-report');
    this.evaluate.outcome = { ...outcome, result: await withGrades(outcome.result, input) };
  }

  #forgetRun(): void {
    this.human = this.human.filter(({ task }) => task === 'anchors'); // the dictionary stays
    for (const name of madeStages) this[name].reset();
    this.ask.reset();
    this.answers = [];
  }

  /** Goes on with what was broken off, after a reload of the model if it is gone. */
  async continueRun(stage: MadeStage): Promise<void> {
    if (this.entry && !this.loaded) await this.runLoad(this.entry);
    await this.run(stage, true);
  }

  /** Takes the last good state of a training that went astray. */
  async rescue(stage: 'reinforce' | 'unlearn', step: number): Promise<void> {
    const basis = this.basis(stage);
    const settings = $state.snapshot(this.settings);
    const ended = { steps: step, of: settings[stage].steps, ending: 'stoppedByUser' } as const;
    const take = (): Promise<void> => this.#client.run('rescue', { stage });
    const isTaken = await (stage === 'reinforce'
      ? this.reinforce.run(basis, take)
      : this.unlearn.run(basis, async (signal, onEvent) => {
          await take();
          return compareVariants(this.#client, settings, ended, { signal, onEvent });
        }));
    if (isTaken) this.versions[stage] += 1;
  }

  /**
   * Runs `stage`, and before it whatever it needs that is missing or stale. Trainings that were broken off go on; the
   * one of `stage` only with `resume`.
   */
  async run(stage: MadeStage, resume = false): Promise<void> {
    if (this.isLost && this.entry) await this.runLoad(this.entry);
    if (!this.loaded) return;
    this.until = stage;
    this.isRecovered = false;
    this.#isGoing = true;
    const letSleep = await keepAwake();
    const stages = [...this.missing(stage), stage];
    const since = performance.now();
    try {
      for (const [at, name] of stages.entries()) {
        if (stages.length > 1) this.#plan = { stages, at, since };
        if (!(await this.#runOne(name, resume || name !== stage)) && !(await this.#recover(name))) return;
      }
    } finally {
      this.#plan = null;
      this.#isGoing = false;
      if (!this.isLost) this.until = null;
      await letSleep();
    }
  }

  /** Runs every stage that is not done. */
  runAll(): Promise<void> {
    return this.run('evaluate');
  }

  /** Stops the stage that runs, and those planned after it. */
  stopAll(): void {
    for (const name of madeStages) if (this[name].running) this[name].cancel();
  }

  /** All variants continue one prompt in one batch; before a model is loaded, as they did in the recorded run. */
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
    await this.ask.run({}, (signal) => this.#client.run('ask', input, { signal, onEvent: hear }));
  }

  /** Nobody has answered anything. */
  clearAnswers(): void {
    this.answers = [];
    this.asked = '';
    this.translatedPrompt = null;
  }

  /** Moves the α that is looked at, and that of equation 1 while it writes. */
  moveAlpha(alpha: number): void {
    this.alphaView.at = alpha;
    // A worker that is gone has nothing to move; its job says what happened.
    this.#client.moveAlpha(alpha).catch(() => undefined);
  }

  pause(stage: Stage<unknown>): void {
    stage.paused = true;
    this.#client.pause();
  }

  /** One step, then holds again. */
  step(): void {
    this.#client.step();
  }

  /** Ends the unlearning under way; the unlearned model is kept as it stands. */
  stopHere(): void {
    this.unlearn.paused = false;
    this.#client.stopHere();
  }

  resume(stage: Stage<unknown>): void {
    stage.paused = false;
    this.#client.resume();
  }

  async #runOne(name: MadeStage, resume: boolean): Promise<boolean> {
    const basis = this.basis(name);
    const settings = $state.snapshot(this.settings);
    const ended = await startStage(this, this.#client, name, { basis, settings, resume });
    if (ended) this.versions[name] += 1;
    await this.#readMemory();
    return ended;
  }

  /** Once in a run, after its device was lost: loads the model anew and goes on from the last checkpoint. */
  async #recover(name: MadeStage): Promise<boolean> {
    const { phase } = this[name];
    const isDeviceLost = phase.kind === 'failed' && phase.failure.plain?.code === 'runtime/device-lost';
    if (!isDeviceLost || this.isRecovered || !this.entry) return false;
    await this.runLoad(this.entry);
    if (!this.loaded) return false;
    this.isRecovered = true;
    // Where nothing outlives the worker, what came before is missing too.
    for (const stage of [...this.missing(name), name]) if (!(await this.#runOne(stage, true))) return false;
    return true;
  }

  async #readMemory(): Promise<void> {
    this.memory = await this.#client.memoryBytes().catch(() => 0);
  }
}

/** Where the loaded model and its world lie, for what reads more of them; a text of one's own has no world. */
export function foldersOf({ entry, texts }: RunController): { model: string | null; world: string | null } {
  return { model: entry?.model ?? null, world: texts ? null : (entry?.world ?? null) };
}
