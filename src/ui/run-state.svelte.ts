/** The state of a run: its settings, its stages, and the answers to prompts. */
import type { Report } from '../evaluate/report';
import type { DeviceChoice } from '../lab/choose-device';
import type { LoadResult } from '../lab/stages/load';
import type { OwnTexts } from '../lab/own-texts';
import { noHashes, runInputs } from '../lab/run-inputs';
import type { BeforeAndAfter, TrainingEnd } from '../lab/stages/unlearn';
import type { Dataset } from '../lab/dataset';
import type { HumanInput } from '../review/human-input';
import type { Dictionary } from '../text/dictionary';
import type { LabelOverride } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import { defaultSettings, pipelineOf, type RunSettings } from '../methods/settings';
import type { RunInputs, StageResult } from '../pipeline/fingerprint';
import type { Pipeline } from '../pipeline/stage';
import { AlphaView } from './alpha/alpha-view.svelte';
import type { Answer } from './ask/answer';
import type { CatalogEntry } from './catalogue';
import { EvaluationChoice } from './evaluation-choice.svelte';
import type { Recording } from './recording';
import { stageNames, type StageName } from '../pipeline/stage';
import { Stage } from './stage.svelte';
import { defaultWatching, monitorSettingsOf, type Watching } from './watching';

export interface Compared extends BeforeAndAfter {
  /** how the training ended; absent in records of runs that took all their steps */
  readonly end?: TrainingEnd;
}

export class RunState {
  readonly load = new Stage<LoadResult>();
  readonly reinforce = new Stage<void>();
  readonly label = new Stage<Labels>();
  readonly unlearn = new Stage<Compared>();
  readonly evaluate = new Stage<Report>();
  readonly ask = new Stage<string[][]>();
  settings = $state<RunSettings>(structuredClone(defaultSettings));
  /** the α that the page shows; differs from the setting once the user moves it */
  readonly alphaView = new AlphaView(() => ({
    alpha: this.settings.alpha,
    labels: this.label.outcome?.result ?? null,
  }));
  /** scope and prompts of the next evaluation */
  readonly choice = new EvaluationChoice();
  /** how the forgetting is monitored */
  watching = $state<Watching>({ ...defaultWatching });
  backend = $state<DeviceChoice>('auto');
  /** the texts that the page shows; those of the model once it is loaded */
  dataset = $state.raw<Dataset | null>(null);
  /** the entry that was loaded last, or is selected */
  entry = $state.raw<CatalogEntry | null>(null);
  /** the recorded run; null until it is fetched */
  recording = $state.raw<Recording | null>(null);
  /** a custom text in place of that of the data set */
  texts = $state.raw<OwnTexts | null>(null);
  /** labels that reviewers changed */
  overrides = $state.raw<readonly LabelOverride[]>([]);
  /** records of the reviews, one per task */
  human = $state.raw<readonly HumanInput[]>([]);
  /** bytes held by the runtime, read after each stage */
  memory = $state(0);
  /** the prompt in the input field; null: untouched */
  prompt = $state<string | null>(null);
  /** the last prompt sent, which the answers continue */
  asked = $state.raw('');
  /** what each variant has written so far, in the order of `modelVariants`; then gold's */
  answers = $state.raw<readonly Answer[]>([]);
  /** number of prompts sent to a loaded model, and of those sent after unlearning */
  readonly questions = $state({ all: 0, afterUnlearning: 0 });
  /** the translated prompt that the baseline reads in equation 1; null if it reads the prompt itself */
  translatedPrompt = $state.raw<string | null>(null);
  /** the dictionary of the data set, for resetting */
  original = $state.raw<Dictionary | null>(null);
  /** a custom dictionary; it survives a reload of the same texts */
  dictionary = $state.raw<Dictionary | null>(null);
  /** the last stage of the run that is active or was interrupted */
  until = $state.raw<StageName | null>(null);
  /** whether the worker or its device is lost, and with it the model */
  isLost = $state(false);
  /** whether the device was lost in the last run and the run continued automatically */
  isRecovered = $state(false);

  /** Whether a stage is working. */
  get busy(): boolean {
    return [this.load, ...stageNames.map((name) => this[name]), this.ask].some(({ running }) => running);
  }

  get loaded(): LoadResult | null {
    return this.load.outcome?.result ?? null;
  }

  /** The stages of the method that the settings choose. */
  get pipeline(): Pipeline {
    return pipelineOf(this.settings);
  }

  /** The inputs that the stages would run with now. */
  get now(): RunInputs {
    const { overrides, watching, settings } = this;
    const hashes = this.loaded?.hashes ?? noHashes;
    return {
      settings,
      inputs: runInputs(hashes, { overrides, monitor: monitorSettingsOf(watching) }),
      results: Object.fromEntries(stageNames.flatMap((name) => resultOf(name, this[name].outcome?.made))),
    };
  }
}

function resultOf(
  name: StageName,
  made: StageResult | null | undefined,
): readonly (readonly [StageName, StageResult])[] {
  return made ? [[name, made]] : [];
}
