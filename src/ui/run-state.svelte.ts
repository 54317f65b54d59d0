/** What a run is: the choices it is made with, the stages it goes through, and the answers to prompts. */
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
  /** the α that the page shows, which is not the settings' own once it is moved */
  readonly alphaView = new AlphaView(() => ({
    alpha: this.settings.alpha,
    labels: this.label.outcome?.result ?? null,
  }));
  /** what the next evaluation asks */
  readonly choice = new EvaluationChoice();
  /** how the forgetting is watched */
  watching = $state<Watching>({ ...defaultWatching });
  backend = $state<DeviceChoice>('auto');
  /** the texts that the page shows; the model's own once one is loaded */
  dataset = $state.raw<Dataset | null>(null);
  /** what was loaded last, or is shown to be loaded */
  entry = $state.raw<CatalogEntry | null>(null);
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
  /** what the user wrote to be asked; null: nothing yet */
  prompt = $state<string | null>(null);
  /** the prompt that was asked last, which the answers continue */
  asked = $state.raw('');
  /** what each variant has written so far, in the order of `modelVariants`; then gold's */
  answers = $state.raw<readonly Answer[]>([]);
  /** how many prompts were asked of a loaded model, and of them after it unlearned */
  readonly questions = $state({ all: 0, afterUnlearning: 0 });
  /** what the baseline read inside equation 1; null if it read the prompt itself */
  translatedPrompt = $state.raw<string | null>(null);
  /** the dictionary that came with the texts, to go back to */
  original = $state.raw<Dictionary | null>(null);
  /** a dictionary of the user's own; it outlives a load of the same texts */
  dictionary = $state.raw<Dictionary | null>(null);
  /** up to where the run is to go that is under way, or was before it was broken off */
  until = $state.raw<StageName | null>(null);
  /** whether the worker or its device is gone, and the model with it */
  isLost = $state(false);
  /** whether the device of the last run was lost, and the run went on without being asked to */
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

  /** What the stages would be made from now. */
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
