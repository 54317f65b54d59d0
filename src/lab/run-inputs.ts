/** The inputs of the stages, from which their fingerprints follow. The page and the lab compute them alike. */
import type { InputName } from '../pipeline/stage';
import type { LabelOverride } from '../unlearn/overrides';
import type { MonitorSettings } from './monitor-settings';

/** SHA-256 of the weights, of the whole data set, and of each part of it. */
export interface Hashes {
  readonly model: string;
  readonly world: string;
  readonly forgetSet: string;
  readonly retainSet: string;
  readonly heldOut: string;
  readonly dictionary: string;
  readonly questions: string;
}

/** Before anything is loaded. */
export const noHashes: Hashes = {
  model: '',
  world: '',
  forgetSet: '',
  retainSet: '',
  heldOut: '',
  dictionary: '',
  questions: '',
};

/** What comes with a job rather than with the data set. */
export interface JobInputs {
  /** labels set by reviewers @default none */
  readonly overrides?: readonly LabelOverride[];
  /** how the training that unlearns is monitored @default not at all */
  readonly monitor?: MonitorSettings | null;
}

export function runInputs(
  { world: _, ...hashes }: Hashes,
  { overrides = [], monitor = null }: JobInputs,
): Readonly<Record<InputName, string>> {
  return {
    ...hashes,
    overrides: overrides.length === 0 ? '' : JSON.stringify(overrides),
    earlyStopping: earlyStopping(monitor),
  };
}

/** Measuring does not change the result; only what can end the training early does. */
function earlyStopping(monitor: MonitorSettings | null): string {
  const mayStop = monitor !== null && (monitor.until !== null || monitor.stopOnCollapse);
  return mayStop ? JSON.stringify([monitor.every, monitor.until, monitor.stopOnCollapse]) : '';
}
