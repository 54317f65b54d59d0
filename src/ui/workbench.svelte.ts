/** What the page works on: the chosen model, the settings, the stages and the answers. */
import { LabClient } from '../bridge/client';
import type { Report } from '../evaluate/report';
import type { DeviceChoice } from '../lab/choose-device';
import type { LabEvent } from '../lab/events';
import type { LoadResult } from '../lab/load';
import type { OwnTexts } from '../lab/own-texts';
import type { Measures } from '../lab/measure';
import type { Ended } from '../lab/unlearn';
import type { World } from '../lab/world';
import type { Speaker } from '../model/writers';
import type { HumanInput } from '../review/human-input';
import type { Dictionary } from '../text/dictionary';
import type { LabelOverride } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import { defaultSettings, type RunSettings } from '../unlearn/settings';
import { noAnswer, withWritten, type Answer } from './ask/answer';
import { askInput, type Asking } from './ask/asking';
import type { Offer } from './catalogue';
import { EvaluationChoice } from './evaluation-choice.svelte';
import { changedSince, inputNames, settingsBasis, type Basis, type InputName } from './freshness';
import { madeStages, type MadeStage } from './stage-names';
import { overall, type Overall } from './overall';
import { isRecordedOf, recall, recordedAnswers, type Recording } from './recording';
import { Stage } from './stage.svelte';
import { keepAwake } from './wake-lock';
import { defaultWatching, watchBasis, watchInput, type Watching } from './watching';

export interface Compared {
  readonly before: Measures;
  readonly after: Measures;
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

/** How a stage stands: `stale` has a result that something upstream has overtaken. */
export type Standing =
  | { readonly kind: 'empty' | 'ready' | 'running' | 'done' | 'failed' | 'recorded' }
  | { readonly kind: 'stale'; readonly because: readonly InputName[] };

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
  /** what the next evaluation asks */
  readonly choice = new EvaluationChoice();
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
  /** how people came to what they decided, a task each */
  human = $state.raw<readonly HumanInput[]>([]);
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
  #dictionary: Dictionary | null = null;
  readonly #client: LabClient;
  readonly #versions: Record<MadeStage, number> = $state({ reinforce: 0, label: 0, unlearn: 0, evaluate: 0 });
  #plan = $state.raw<Plan | null>(null);

  constructor(spawn: () => Worker) {
    this.#client = new LabClient(spawn);
  }

  /** Whether a stage is working. */
  get busy(): boolean {
    return [this.load, ...madeStages.map((name) => this[name]), this.ask].some(({ running }) => running);
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
    return overall(plan.stages, plan.at, share, seconds, { ...this.settings, scope: this.choice.scope });
  }

  /** What each stage would be made from now. */
  basis(stage: MadeStage): Basis {
    const { training, reinforcing, rules, equation, unlearning } = settingsBasis(this.settings);
    const model = JSON.stringify(this.loaded?.hashes ?? null);
    const reinforced = `${this.#versions.reinforce}`;
    const dictionary = JSON.stringify(this.world?.dictionary ?? null);
    switch (stage) {
      case 'reinforce':
        return { model, training, reinforcing };
      case 'label':
        return { model, rules, dictionary, equation, ...(this.settings.reinforced ? { reinforced } : {}) };
      case 'unlearn': {
        const labels = JSON.stringify([this.#versions.label, this.overrides]);
        return { model, training, unlearning: unlearning + watchBasis(this.watching), labels };
      }
      case 'evaluate':
        return { model, unlearned: `${this.#versions.unlearn}` };
    }
  }

  /** How a stage stands; one is stale also when an earlier one is. */
  standing(stage: MadeStage): Standing {
    const { phase, outcome } = this[stage];
    if (phase.kind === 'running') return { kind: 'running' };
    if (phase.kind === 'failed') return { kind: 'failed' };
    if (!outcome) return { kind: this.missing(stage).length > 0 || !this.loaded ? 'empty' : 'ready' };
    if (outcome.source === 'recorded') return { kind: 'recorded' };
    const because = [...this.#staleBefore(stage), ...changedSince(outcome.basis, this.basis(stage))];
    if (because.length === 0) return { kind: 'done' };
    return { kind: 'stale', because: inputNames.filter((name) => because.includes(name)) };
  }

  /** The earlier stages that must run (again) before `stage` can. */
  missing(stage: MadeStage): MadeStage[] {
    return this.#before(stage).filter((name) => {
      const { outcome } = this[name];
      if (outcome?.source !== 'live' || this.missing(name).length > 0) return true;
      return changedSince(outcome.basis, this.basis(name)).length > 0;
    });
  }

  async runLoad(offer: Offer): Promise<void> {
    this.#forgetRun();
    this.offer = offer;
    const texts = this.texts ? { texts: this.texts } : {};
    const input = { backend: this.backend, model: offer.model, world: offer.world, ...texts };
    await this.load.run({}, (signal, onEvent) => this.#client.run('load', input, { signal, onEvent }));
    this.world = this.loaded?.world ?? this.world;
    this.#recall();
    if (this.loaded && this.#dictionary) await this.useDictionary(this.#dictionary);
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
    this.#dictionary = dictionary;
    this.world = { ...this.world, dictionary };
  }

  /** A text of the user's own, or null for the world's again; what is loaded is loaded again with it. */
  async useTexts(texts: OwnTexts | null): Promise<void> {
    this.texts = texts;
    this.#dictionary = null;
    if (this.world && texts) this.world = { ...this.world, ...texts };
    this.#forgetRun();
    this.#recall();
    if (this.offer && (this.loaded || !texts)) await this.runLoad(this.offer);
  }

  /** What a review says about itself; grades belong into the report that they were given to. */
  async takeHuman(input: HumanInput): Promise<void> {
    this.human = [...this.human.filter(({ task }) => task !== input.task), input];
    const { outcome } = this.evaluate;
    if (input.task !== 'evaluation' || outcome?.source !== 'live') return;
    const { withGrades } = await import('./report/finish-report');
    this.evaluate.outcome = { ...outcome, result: await withGrades(outcome.result, input) };
  }

  #forgetRun(): void {
    this.human = this.human.filter(({ task }) => task === 'anchors'); // the dictionary stays
    for (const name of madeStages) this[name].reset();
    this.ask.reset();
    this.answers = [];
    this.overrides = [];
  }

  /** Runs `stage`, and before it whatever it needs that is missing or stale. */
  async run(stage: MadeStage): Promise<void> {
    const letSleep = await keepAwake();
    const stages = [...this.missing(stage), stage];
    const since = performance.now();
    try {
      for (const [at, name] of stages.entries()) {
        if (stages.length > 1) this.#plan = { stages, at, since };
        if (!(await this.#runOne(name))) return;
      }
    } finally {
      this.#plan = null;
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

  #before(stage: MadeStage): readonly MadeStage[] {
    const needed = this.settings.reinforced ? madeStages : madeStages.slice(1);
    return needed.slice(0, Math.max(needed.indexOf(stage), 0));
  }

  #staleBefore(stage: MadeStage): InputName[] {
    return this.#before(stage).flatMap((name) => {
      const { outcome } = this[name];
      return outcome ? changedSince(outcome.basis, this.basis(name)) : [];
    });
  }

  async #runOne(name: MadeStage): Promise<boolean> {
    const basis = this.basis(name);
    const settings = $state.snapshot(this.settings);
    const ended = await this.#start(name, basis, settings);
    if (ended) this.#versions[name] += 1;
    await this.#readMemory();
    return ended;
  }

  #start(name: MadeStage, basis: Basis, settings: RunSettings): Promise<boolean> {
    const client = this.#client;
    const overrides = $state.snapshot(this.overrides);
    switch (name) {
      case 'reinforce':
        return this.reinforce.run(basis, (signal, onEvent) =>
          client.run('reinforce', { settings }, { signal, onEvent }),
        );
      case 'label':
        return this.label.run(basis, (signal, onEvent) =>
          client.run('label', { settings }, { signal, onEvent }),
        );
      case 'unlearn':
        // Trains, then measures what is left of the names and of everyday text.
        return this.unlearn.run(basis, async (signal, onEvent) => {
          const input = { settings, overrides, ...watchInput(this.watching) };
          const ended = await client.run('unlearn', input, { signal, onEvent });
          const measure = (voice: 'baseline' | 'unlearned') =>
            client.run('measure', { settings, voice }, { signal, onEvent });
          return { before: await measure('baseline'), after: await measure('unlearned'), ended };
        });
      case 'evaluate':
        return this.evaluate.run(basis, async (signal, onEvent) => {
          const input = { settings, ...this.choice.input };
          const report = await client.run('evaluate', input, { signal, onEvent });
          return this.#kept(report);
        });
    }
  }

  /** A report joins the runs that are kept. Attacks alone join the figures that the same models already have. */
  async #kept(report: Report): Promise<Report> {
    const { finishReport } = await import('./report/finish-report');
    const { outcome } = this.evaluate;
    const before = this.choice.scope === 'attacks' && outcome?.source === 'live' ? outcome.result : null;
    return finishReport(report, before, this.human);
  }

  async #readMemory(): Promise<void> {
    this.memory = await this.#client.memoryBytes().catch(() => 0);
  }
}

/** Where the loaded model and its world lie, for what reads more of them; a text of one's own has no world. */
export function foldersOf({ offer, texts }: Workbench): { model: string | null; world: string | null } {
  return { model: offer?.model ?? null, world: texts ? null : (offer?.world ?? null) };
}
