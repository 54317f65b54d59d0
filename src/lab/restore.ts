/**
 * What outlived the lab, put back to work: voices, labels and figures of a run that was made with the very model and
 * texts that are loaded. What was made from something else stays where it is kept.
 */
import type { Report } from '../evaluate/report';
import type { FileSource } from '../files/source';
import type { KeyValue } from '../store/key-value';
import type { TrainedStage } from '../store/run';
import type { LabelOverride } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import type { RunSettings } from '../unlearn/settings';
import type { Stage } from './events';
import type { Measures } from './measure';
import { Restoration } from './restoration';
import type { Ended } from './unlearn';
import type { ProbeEvent } from './watch';
import type { Workspace } from './workspace';

/** The names and everyday text before and after the unlearning. */
export interface Compared {
  readonly before: Measures;
  readonly after: Measures;
}

/** What is known of a training's steps. */
export interface Steps {
  readonly settings: RunSettings;
  readonly losses: readonly number[];
  readonly probes: readonly ProbeEvent[];
  readonly seconds: number;
}

export interface RestoredUnlearning extends Steps {
  readonly ended: Ended;
  readonly compared: Compared | null;
  /** whether it was made from the labels that are there */
  readonly isCurrent: boolean;
}

/** A training that was broken off, which can go on. */
export interface Broken extends Steps {
  readonly stage: TrainedStage;
  readonly step: number;
  /** in all */
  readonly steps: number;
}

export interface Restored {
  readonly reinforce: Steps | null;
  readonly label: { readonly settings: RunSettings; readonly labels: Labels } | null;
  readonly unlearn: RestoredUnlearning | null;
  /** `isCurrent`: whether it is about the unlearned model that is there */
  readonly evaluate: { readonly report: Report; readonly isCurrent: boolean } | null;
  readonly broken: Broken | null;
}

/** `overrides` are the labels by people that the page has. */
export async function* restore(
  workspace: Workspace,
  source: FileSource,
  store: KeyValue | null,
  overrides: readonly LabelOverride[],
): Stage<Restored> {
  const loaded = workspace.ready('restore');
  if (!store) return { reinforce: null, label: null, unlearn: null, evaluate: null, broken: null };
  yield { kind: 'note', text: 'translating' };
  const kept = new Restoration(workspace, loaded, store, overrides);
  return {
    reinforce: await kept.reinforce(),
    label: await kept.label(),
    unlearn: await kept.unlearn(source),
    evaluate: await kept.evaluate(),
    broken: await kept.broken(),
  };
}
