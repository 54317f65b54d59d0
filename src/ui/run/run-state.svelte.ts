/** The state of a run: its settings, its stages, and the answers to prompts. */
import { DEFAULT_SPLIT, type Split } from '../../evaluate/split';
import type { DeviceChoice } from '../../lab/choose-device';
import type { LoadResult } from '../../lab/stages/load';
import type { OwnTexts } from '../../lab/own-texts';
import { noHashes, runInputs } from '../../lab/run-inputs';
import type { Dataset } from '../../lab/dataset';
import type { Proof } from '../../recorded/proof';
import type { HumanInput } from '../../review/human-input';
import type { StoreHealth } from '../../store/durable';
import type { RunSource } from '../../store/run-line';
import type { Dictionary } from '../../text/dictionary';
import type { LabelOverride } from '../../unlearn/overrides';
import { defaultSettings, pipelineOf, type RunSettings } from '../../methods/settings';
import type { RunInputs, StageResult } from '../../pipeline/fingerprint';
import { stageNames, type Pipeline, type StageName } from '../../pipeline/stage';
import { AlphaView } from './alpha/alpha-view.svelte';
import { Conversation } from './ask/conversation.svelte';
import { OpeningState } from './ask/opening-state.svelte';
import type { CatalogEntry, Folders } from './catalogue';
import { RunClock } from './clock/run-clock.svelte';
import type { RunSize } from './clock/work';
import type { RunEnding } from './run-ending';
import { SavingState } from './saving/saving-state.svelte';
import { Stage } from './stage.svelte';
import { defaultEvaluation, type EvaluationChoice } from './evaluation-choice';
import { isRecordedOf, showRecording, type Recording } from './recording';
import { liveProof, recordedProof, type ShownProof, type Watched } from './shown-proof';
import { Stages } from './stages';
import { subjectOf, type Subject } from './subject';
import { swapOf, watchedSentences } from './watched-sentences';
import { defaultWatching, monitorSettingsOf, type Watching } from './watching';

export class RunState {
  readonly load = new Stage<LoadResult>();
  readonly stages = new Stages();
  readonly conversation = new Conversation();
  readonly opening = new OpeningState();
  readonly saving = new SavingState();
  readonly clock = new RunClock(
    () => this.size,
    () => this.deviceName,
  );
  settings = $state<RunSettings>(structuredClone(defaultSettings));
  /** the α that the page shows; differs from the setting once the user moves it */
  readonly alphaView = new AlphaView(() => ({
    alpha: this.settings.alpha,
    labels: this.stages.label.outcome?.result ?? null,
  }));
  /** scope, prompts and tasks of the next evaluation */
  evaluation = $state.raw<EvaluationChoice>(defaultEvaluation);
  /** how the forgetting is monitored */
  watching = $state<Watching>({ ...defaultWatching });
  backend = $state<DeviceChoice>('auto');
  /** of which items are evaluated */
  split = $state.raw<Split>(DEFAULT_SPLIT);
  /** the texts that the page shows; those of the model once it is loaded */
  dataset = $state.raw<Dataset | null>(null);
  /** the entry that was loaded last, or is selected */
  entry = $state.raw<CatalogEntry | null>(null);
  /** the recorded run; null until it is fetched */
  recording = $state.raw<Recording | null>(null);
  /** what the first screen shows of the recorded run; null until it is fetched */
  proof = $state.raw<Proof | null>(null);
  /** a custom text in place of that of the data set */
  texts = $state.raw<OwnTexts | null>(null);
  /** folder of the lesson in place of the data set that the entry names; null: none */
  lesson = $state.raw<string | null>(null);
  /** labels that reviewers changed */
  overrides = $state.raw<readonly LabelOverride[]>([]);
  /** records of the reviews whose terms and labels the run has, one per task */
  human = $state.raw<readonly HumanInput[]>([]);
  /** bytes held by the runtime, read after each stage */
  memory = $state(0);
  /** the dictionary of the data set, for resetting */
  original = $state.raw<Dictionary | null>(null);
  /** a custom dictionary; it survives a reload of the same texts */
  dictionary = $state.raw<Dictionary | null>(null);
  /** the repeated sentences that a reviewer kept; null: all that are found */
  sentences = $state.raw<readonly string[] | null>(null);
  /** how the last run of this visit ended; null: none has, or one is going on */
  ending = $state.raw<RunEnding | null>(null);
  /** whether a run is going on, also between two of its stages */
  isGoing = $state(false);
  /** the last stage of the run that is active or was interrupted */
  until = $state.raw<StageName | null>(null);
  /** health of the browser's database, as the worker finds it */
  storeHealth = $state<StoreHealth>('kept');
  /** whether the worker or its device is lost, and with it the model */
  isLost = $state(false);
  /** whether the device was lost in the last run and the run continued automatically */
  isRecovered = $state(false);

  /** Whether a run is going on, or a stage is working. */
  get busy(): boolean {
    const { isGoing, load, stages, conversation, opening, saving } = this;
    const ofStages = stageNames.map((name) => stages[name]);
    const all = [load, ...ofStages, conversation.stage, opening.stage, saving.stage];
    return isGoing || all.some((one) => one.running);
  }

  get loaded(): LoadResult | null {
    return this.load.outcome?.result ?? null;
  }

  /** The settings as plain data, which a worker can be sent. */
  get plainSettings(): RunSettings {
    return $state.snapshot(this.settings);
  }

  /** Folder of the data set beside the model; null before a model is chosen. */
  get world(): string | null {
    return this.lesson ?? this.entry?.world ?? null;
  }

  /** What is to be forgotten, and kept. */
  get subject(): Subject {
    return subjectOf(this.world, this.texts);
  }

  /** Where more files of the model and of its data set can be read; a custom text has none. */
  get folders(): Folders {
    return { model: this.entry?.model ?? null, world: this.texts ? null : this.world };
  }

  /** From where Node can repeat the run; null where more than the settings and the text is the user's own. */
  get plainSource(): RunSource | null {
    const { entry, world, texts, dictionary, sentences, overrides, evaluation, watching } = this;
    const isOwn = (texts ? null : dictionary) ?? sentences ?? evaluation.prompts ?? evaluation.tasks[0];
    if (!entry || world === null || isOwn || overrides.length > 0 || watching.stopOnCollapse) return null;
    return { model: entry.model, world, ...(texts ? { isOwnText: true } : {}) };
  }

  /** The stages of the method that the settings choose. */
  get pipeline(): Pipeline {
    return pipelineOf(this.settings);
  }

  /** What the work of the stages depends on. */
  get size(): RunSize {
    const { settings, watching, evaluation, dataset, texts } = this;
    const characters = dataset?.forget.passages.reduce((sum, { length }) => sum + length, 0) ?? 0;
    return {
      settings,
      every: watching.every,
      scope: evaluation.scope,
      characters,
      isOwnText: texts !== null,
    };
  }

  /** A name for the loaded model and what it runs on. */
  get deviceName(): string {
    const { entry, loaded, settings } = this;
    if (!loaded) return '';
    const { device, autoPlan } = loaded;
    const plan = settings.plan === 'auto' ? autoPlan : settings.plan;
    return [entry?.model, device.backend, device.threads, plan, settings.weightBits].join(' ');
  }

  /** The inputs that the stages would run with now. */
  get now(): RunInputs {
    const { overrides, watching, settings, stages } = this;
    const hashes = this.loaded?.hashes ?? noHashes;
    return {
      settings,
      inputs: runInputs(hashes, { overrides, monitor: monitorSettingsOf(watching, []) }),
      results: Object.fromEntries(stageNames.flatMap((name) => resultOf(name, stages[name].outcome?.made))),
    };
  }

  /** The recorded run if it is of this model and text; stages that have not run on this device show it. */
  get recorded(): Recording | null {
    const { recording, texts, entry, loaded } = this;
    const isOfThis = recording && !texts && isRecordedOf(recording, entry, loaded?.hashes ?? null);
    return isOfThis ? recording : null;
  }

  /** The sentences that are watched while it unlearns. */
  get watchedSentences(): readonly Watched[] {
    return watchedSentences(this.subject, this.proof, this.dataset);
  }

  /** The proof of the run on this device once it unlearns, until then the recorded one; null if there is none. */
  get shownProof(): ShownProof | null {
    const { stages, watchedSentences, proof } = this;
    const { unlearn, evaluate } = stages;
    const isRecorded = unlearn.outcome?.source === 'recorded' && !unlearn.running;
    const live = isRecorded
      ? null
      : liveProof({
          probes: unlearn.probes,
          steps: unlearn.progress?.of ?? unlearn.losses.length,
          watched: watchedSentences,
          report: evaluate.outcome?.source === 'live' && !unlearn.running ? evaluate.outcome.result : null,
          swap: swapOf(this.subject, proof, this.dataset),
        });
    return live ?? (this.#isOfThis(proof) ? recordedProof(proof) : null);
  }

  /** Whether a proof is of the model and the text that the page has. */
  #isOfThis(proof: Proof | null): proof is Proof {
    const { texts, entry, loaded } = this;
    if (!proof || texts) return false;
    return (
      (entry?.model ?? proof.model) === proof.model && (loaded?.hashes.model ?? proof.hash) === proof.hash
    );
  }

  /** Called with the health of the browser's database, as the worker finds it. */
  hearStore(health: StoreHealth): void {
    this.storeHealth = health;
    if (health === 'kept') for (const name of stageNames) this.stages[name].unsaved = false;
  }

  /** Takes the recorded run once it is fetched. */
  show(recording: Recording): void {
    this.recording = recording;
    this.recall();
  }

  /** Shows the recorded run, if there is one, at the stages without a result. */
  recall(): void {
    if (this.recorded) showRecording(this.stages, this.recorded);
  }

  /** Removes every result and every answer. */
  forget(): void {
    for (const name of stageNames) this.stages[name].reset();
    this.conversation.reset();
    this.opening.close();
    this.saving.reset();
    this.ending = null;
  }
}

function resultOf(
  name: StageName,
  made: StageResult | null | undefined,
): readonly (readonly [StageName, StageResult])[] {
  return made ? [[name, made]] : [];
}
