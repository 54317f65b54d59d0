/** What conference mode can do with the page; whoever owns the page implements it. */
import type { StageName } from '../../pipeline/stage';
import type { ScreenName } from '../screen-names';

export interface DemoDriver {
  /** Shows a stage. */
  goTo(stage: ScreenName): void;
  /** Puts a text into the prompt. */
  type(prompt: string): void;
  /** Runs a stage, or asks the prompt as it stands; live, or from the recorded run where no model is loaded. */
  run(what: StageName | 'ask', signal: AbortSignal): Promise<void>;
  /** Everything as a first visitor finds it. */
  reset(): Promise<void>;
}
