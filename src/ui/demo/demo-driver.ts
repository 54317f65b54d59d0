/** The page's actions for conference mode; implemented by the page. */
import type { StageName } from '../../pipeline/stage';
import type { ScreenName } from '../address/screen-names';

export interface DemoDriver {
  /** Shows a stage. */
  goTo(stage: ScreenName): void;
  /** Puts a text into the prompt. */
  type(prompt: string): void;
  /** Runs a stage, or sends the current prompt; live, or from the recorded run if no model is loaded. */
  run(what: StageName | 'ask', signal: AbortSignal): Promise<void>;
  /** Resets everything to the state of a first visit. */
  reset(): Promise<void>;
}
