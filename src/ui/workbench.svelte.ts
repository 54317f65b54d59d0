/** What the page works on: the chosen model, the settings, the stages and the answers. */
import { LabClient, type RunOptions } from '../bridge/client';
import type { Report } from '../evaluate/report';
import type { DeviceChoice } from '../lab/choose-device';
import { evaluationParts } from '../lab/evaluate-input';
import type { LabEvent } from '../lab/events';
import type { LoadResult } from '../lab/load';
import type { OwnTexts } from '../lab/own-texts';
import type { BeforeAndAfter, Restored } from '../lab/restore';
import type { Ended } from '../lab/unlearn';
import type { World } from '../lab/world';
import type { Speaker } from '../model/writers';
import type { Place } from '../store/project-store';
import type { Dictionary } from '../text/dictionary';
import type { LabelOverride } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import { defaultSettings, type RunSettings } from '../unlearn/settings';
import { noAnswer, withWritten, type Answer } from './ask/answer';
import { askInput, type Asking } from './ask/asking';
import type { Offer } from './catalogue';
import type { Scope } from './evaluation-scope';
import type { Basis } from './freshness';
import { madeStages, type MadeStage } from './stage-names';
import { overall, type Overall } from './overall';
import { isRecordedOf, recall, recordedAnswers, type Recording } from './recording';
import { showRestored } from './restored';
import { Stage } from './stage.svelte';
import { basisOf, missingBefore, standingOf, type Standing } from './standing';
import { keepAwake } from './wake-lock';
import { defaultWatching, watchInput, type Watching } from './watching';

export interface Compared extends BeforeAndAfter {
  /** how the training ended; absent in records of runs that took all their steps */
  readonly ended?: Ended;
}

const MAX_TOKENS = 40;

/** Who answers a prompt, in the order of their answers. */
export const speakers = [
  'baseline',
  'reinforced',
  'equation1',
  'unlearned',
] as const satisfies readonly Speaker[];

/** A run of several stages. */
interface Plan {
  readonly stages: readonly MadeStage[];
  readonly at: number;
  readonly since: number;
}

export class Workbench {
  readonly load = new Stage<LoadResult>();
  readonly reinforce = new Stage<void>();
  readonly label = new Stage<Labels>();
  readonly unlearn = new Stage<Compared>();
  readonly evaluate = new Stage<Report>();
  readonly ask = new Stage<string[][]>();
  settings = $state<RunSettings>(structuredClone(defaultSettings));
  /** what of an evaluation runs next */
  scope = $state<Scope>('core');
  /** how the forgetting is watched */
  watching = $state<Watching>({ ...defaultWatching });
  backend = $state<DeviceChoice>('auto');
  /** the texts that the page shows; the model's own once one is loaded */
  world = $state.raw<World | null>(null);
  /** what was loaded last, or is shown to be loaded */
  offer = $state.raw<Offer | null>(null);
  /** what the shipped pipeline made once; null until it is fetched */
  recording = $state.raw<Recording | null>(null);
  /** a text of the user's own in place of the world's */
  texts = $state.raw<OwnTexts | null>(null);
  /** labels that people chose otherwise */
  overrides = $state.raw<readonly LabelOverride[]>([]);
  /** bytes held by the runtime, read after each stage */
  memory = $state(0);
  /** what is to be asked, and what the answers go on from */
  prompt = $state('');
  asked = $state.raw('');
  /** what each voice has written so far, in the order of `speakers`; then gold's */
  answers = $state.raw<readonly Answer[]>([]);
  /** what the baseline read inside equation 1; null if it read the prompt itself */
  translatedPrompt = $state.raw<string | null>(null);
  /** a dictionary of the user's own; it outlives a load of the same texts */
  dictionary = $state.raw<Dictionary | null>(null);
  /** up to where the run is to go that is under way, or was before it was broken off */
  until = $state.raw<MadeStage | null>(null);
  /** whether the worker or its device is gone, and the model with it */
  isLost = $state(false);
  /** how often each stage has made something */
  readonly versions: Record<MadeStage, number> = $state({ reinforce: 0, label: 0, unlearn: 0, evaluate: 0 });
  readonly #client: LabClient;
  #plan = $state.raw<Plan | null>(null);
  #isGoing = $state(false);
  /** what outlived the page, until it is shown */
  #restored: Restored | null = null;

  constructor(spawn: () => Worker) {
    this.#client = new LabClient(spawn, () => (this.isLost = true));
  }

  /** Where the run is kept from now on; null: nowhere. */
  keepIn(place: Place | null): void {
    this.#client.keepIn(place);
  }

  /** Whether a stage is working. */
  get busy(): boolean {
    return [this.load, ...madeStages.map((name) => this[name]), this.ask].some(({ running }) => running);
  }

  /** Up to where a run was to go that was broken off; null: none was. */
  get interrupted(): MadeStage | null {
    return this.#isGoing || this.busy ? null : this.until;
  }

  get loaded(): LoadResult | null {
    return this.load.outcome?.result ?? null;
  }

  /** How far a run of several stages is; null while there is none. */
  get all(): Overall | null {
    const plan = this.#plan;
    const stage = plan?.stages[plan.at];
    if (!plan || !stage) return null;
    const { progress } = this[stage];
    const share = progress ? progress.done / progress.of : 0;
    const seconds = (performance.now() - plan.since) / 1000;
    return overall(plan.stages, plan.at, share, seconds, { ...this.settings, scope: this.scope });
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
  async runLoad(offer: Offer): Promise<void> {
    this.#forgetRun();
    if (this.offer?.model !== offer.model) this.overrides = [];
    const wasLost = this.isLost;
    if (wasLost) this.#client.close();
    this.offer = offer;
    const texts = this.texts ? { texts: this.texts } : {};
    const input = { backend: this.backend, model: offer.model, world: offer.world, ...texts };
    const overrides = $state.snapshot(this.overrides);
    await this.load.run({}, async (signal, onEvent) => {
      const loaded = await this.#client.run('load', input, { signal, onEvent });
      const { dictionary } = this;
      if (dictionary) await this.#client.run('correct', { dictionary });
      // What cannot be read is as if it had never been.
      this.#restored = await this.#client.run('restore', { overrides }, { signal }).catch(() => null);
      return dictionary ? { ...loaded, world: { ...loaded.world, dictionary } } : loaded;
    });
    this.isLost = wasLost && this.load.phase.kind !== 'done';
    this.world = this.loaded?.world ?? this.world;
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
      isRecordedOf(this.recording, this.offer, this.loaded?.hashes ?? null)
    );
  }

  /** Loads the model and runs every stage. */
  async runItYourself(offer: Offer): Promise<void> {
    await this.runLoad(offer);
    if (this.loaded) await this.runAll();
  }

  #recall(): void {
    if (this.recording && this.isRecorded) recall(this, this.recording);
  }

  /** Other settings in place of those given. */
  change(part: Partial<RunSettings>): void {
    this.settings = { ...this.settings, ...part };
  }

  /** Another dictionary: the labels and what follows them become stale. */
  async useDictionary(dictionary: Dictionary): Promise<void> {
    if (!this.world) return;
    if (this.loaded) await this.#client.run('correct', { dictionary });
    this.dictionary = dictionary;
    this.world = { ...this.world, dictionary };
  }

  /** A text of the user's own, or null for the world's again; what is loaded is loaded again with it. */
  async useTexts(texts: OwnTexts | null): Promise<void> {
    this.texts = texts;
    this.dictionary = null;
    this.overrides = [];
    if (this.world && texts) this.world = { ...this.world, ...texts };
    this.#forgetRun();
    this.#recall();
    if (this.offer && (this.loaded || !texts)) await this.runLoad(this.offer);
  }

  #forgetRun(): void {
    for (const name of madeStages) this[name].reset();
    this.ask.reset();
    this.answers = [];
  }

  /** Goes on with what was broken off, after a reload of the model if it is gone. */
  async continueRun(stage: MadeStage): Promise<void> {
    if (this.offer && !this.loaded) await this.runLoad(this.offer);
    await this.run(stage, true);
  }

  /** Takes the last good state of a training that went astray. */
  async rescue(stage: 'reinforce' | 'unlearn', step: number): Promise<void> {
    const basis = this.basis(stage);
    const settings = $state.snapshot(this.settings);
    const ended = { steps: step, of: settings[stage].steps, ending: 'told' } as const;
    const take = (): Promise<void> => this.#client.run('rescue', { stage });
    const isTaken = await (stage === 'reinforce'
      ? this.reinforce.run(basis, take)
      : this.unlearn.run(basis, async (signal, onEvent) => {
          await take();
          return this.#compare(settings, ended, { signal, onEvent });
        }));
    if (isTaken) this.versions[stage] += 1;
  }

  /**
   * Runs `stage`, and before it whatever it needs that is missing or stale. Trainings that were broken off go on; the
   * one of `stage` only with `resume`.
   */
  async run(stage: MadeStage, resume = false): Promise<void> {
    if (this.isLost && this.offer) await this.runLoad(this.offer);
    if (!this.loaded) return;
    this.until = stage;
    this.#isGoing = true;
    const letSleep = await keepAwake();
    const stages = [...this.missing(stage), stage];
    const since = performance.now();
    try {
      for (const [at, name] of stages.entries()) {
        if (stages.length > 1) this.#plan = { stages, at, since };
        if (!(await this.#runOne(name, resume || name !== stage))) return;
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

  /** All voices continue one prompt in one batch; before a model is loaded, as they did in the recorded run. */
  async runAsk(prompt: string, asking: Asking): Promise<void> {
    this.asked = prompt;
    const recorded = !this.loaded && this.recording && recordedAnswers(this.recording, prompt);
    if (recorded) {
      this.answers = recorded;
      return;
    }
    const settings = $state.snapshot(this.settings);
    this.answers = speakers.map(() => noAnswer);
    this.translatedPrompt = null;
    const voices = { prompts: [prompt], voices: speakers, maxTokens: MAX_TOKENS };
    const input = { ...voices, ...askInput(asking), settings };
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

  /** Moves α of equation 1, also while it writes. */
  moveAlpha(alpha: number): void {
    this.settings.alpha = alpha;
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
    const ended = await this.#start(name, basis, settings, resume);
    if (ended) this.versions[name] += 1;
    await this.#readMemory();
    return ended;
  }

  #start(name: MadeStage, basis: Basis, settings: RunSettings, resume: boolean): Promise<boolean> {
    const client = this.#client;
    const overrides = $state.snapshot(this.overrides);
    switch (name) {
      case 'reinforce':
        return this.reinforce.run(basis, (signal, onEvent) =>
          client.run('reinforce', { settings, resume }, { signal, onEvent }),
        );
      case 'label':
        return this.label.run(basis, (signal, onEvent) =>
          client.run('label', { settings }, { signal, onEvent }),
        );
      case 'unlearn':
        return this.unlearn.run(basis, async (signal, onEvent) => {
          const input = { settings, overrides, resume, ...watchInput(this.watching) };
          const ended = await client.run('unlearn', input, { signal, onEvent });
          return this.#compare(settings, ended, { signal, onEvent });
        });
      case 'evaluate':
        return this.evaluate.run(basis, async (signal, onEvent) => {
          const input = { settings, parts: evaluationParts[this.scope] };
          const report = await client.run('evaluate', input, { signal, onEvent });
          const before = this.evaluate.outcome?.source === 'live' ? this.evaluate.outcome.result : null;
          const { keepReport } = await import('./keep-report');
          return keepReport(report, this.scope === 'attacks' ? before : null);
        });
    }
  }

  /** What is left of the names and of everyday text, before and after an unlearning. */
  async #compare(settings: RunSettings, ended: Ended, options: RunOptions): Promise<Compared> {
    const measure = (voice: 'baseline' | 'unlearned') =>
      this.#client.run('measure', { settings, voice }, options);
    return { before: await measure('baseline'), after: await measure('unlearned'), ended };
  }

  async #readMemory(): Promise<void> {
    this.memory = await this.#client.memoryBytes().catch(() => 0);
  }
}

/** Where the loaded model and its world lie, for what reads more of them; a text of one's own has no world. */
export function foldersOf({ offer, texts }: Workbench): { model: string | null; world: string | null } {
  return { model: offer?.model ?? null, world: texts ? null : (offer?.world ?? null) };
}
