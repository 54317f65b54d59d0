/** The whole method in Node on the native CPU, and what is left afterwards. */
import type { FileSource } from '../../../src/files/source';
import type { Lab } from '../../../src/lab/lab';
import type { RunSettings } from '../../../src/methods/settings';
import { summarize, type LabelSummary } from '../../../src/unlearn/record';
import { withLab } from '../../lab/node-lab';
import { methodSeconds, runStages } from '../../lab/run-stages';
import { evaluateVariant, type Knowledge } from './evaluate-variant';
import type { Suite } from './suite';

export interface MethodRun {
  /** Reinforce, label and unlearn on the native CPU; chromium-seconds.ts measures the page. */
  readonly seconds: number;
  readonly labels: LabelSummary;
  readonly after: Knowledge;
}

/** Unlearns with `settings` on the base model, and evaluates the unlearned variant on the whole suite. */
export function runMethod(source: FileSource, suite: Suite, settings: RunSettings): Promise<MethodRun> {
  const run = async (lab: Lab): Promise<MethodRun> => {
    const stages = await runStages(lab, 'unlearn', { settings });
    const labels = summarize(stages.labels?.blocks ?? []);
    const after = await evaluateVariant(lab, suite, 'unlearned', settings);
    return { seconds: methodSeconds(stages), labels, after };
  };
  return withLab(source, 'base', run, suite);
}
