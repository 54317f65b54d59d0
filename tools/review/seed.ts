/** One seed: the method with the drafted and the corrected dictionary, then again with checked labels. */
import type { FileSource } from '../../src/files/source';
import type { Lab } from '../../src/lab/lab';
import type { Dictionary } from '../../src/text/dictionary';
import { summarize, type Labels } from '../../src/unlearn/record';
import { summarizeOverrides, withOverrides, type LabelOverride } from '../../src/unlearn/overrides';
import type { RunSettings } from '../../src/methods/settings';
import { runJob, withLab } from '../lab/node-lab';
import { runStages } from '../lab/run-stages';
import { checkedLabels } from './checked';

export interface Outcome {
  /** Completion familiarity, 0–5, graded with the true dictionary. */
  readonly familiarity: number;
  /** Mean accuracy of everyday questions, 0–1. */
  readonly general: number;
  /** Of everyday text. */
  readonly perplexity: number;
}

export interface SeedEffect {
  readonly seed: number;
  readonly baseline: Outcome;
  readonly drafted: Outcome;
  readonly corrected: Outcome;
  /** After unlearning with the checked labels. */
  readonly checked: Outcome;
  /** Number of decided positions, of changed labels, and of all labels. */
  readonly labels: { readonly decided: number; readonly changed: number; readonly of: number };
}

/** Number of positions whose label is checked. */
const CHECKED = 100;

export function effectOf(
  source: FileSource,
  dictionaries: { readonly drafted: Dictionary; readonly corrected: Dictionary },
  settings: RunSettings,
): Promise<SeedEffect> {
  return withLab(source, 'base', async (lab) => {
    // The reinforced model does not depend on translations, so it stays when the dictionary changes.
    const baseline = await outcome(lab, 'baseline', settings);
    await runJob(lab, 'setDictionary', { dictionary: dictionaries.drafted });
    await runStages(lab, 'unlearn', { settings });
    // Always graded with the true dictionary, whichever it was trained with.
    await runJob(lab, 'setDictionary', { dictionary: dictionaries.corrected });
    const drafted = await outcome(lab, 'unlearned', settings);
    const { labels } = await runStages(lab, 'unlearn', { settings });
    if (!labels) throw new Error('Another dictionary makes other labels');
    const corrected = await outcome(lab, 'unlearned', settings);
    const overrides = await checkedLabels(source, labels, CHECKED, settings);
    await runStages(lab, 'unlearn', { settings, overrides });
    const checked = await outcome(lab, 'unlearned', settings);
    const { seed } = settings;
    return { seed, baseline, drafted, corrected, checked, labels: counted(labels, overrides) };
  });
}

async function outcome(lab: Lab, variant: 'baseline' | 'unlearned', settings: RunSettings): Promise<Outcome> {
  const input = { variants: [variant], parts: ['completions', 'general', 'text'] } as const;
  const { report } = await runJob(lab, 'evaluate', { ...input, settings });
  const { evaluation } = report;
  const metric = (name: 'familiarity' | 'general' | 'perplexity'): number =>
    evaluation[variant]?.[name]?.agg_value ?? Number.NaN;
  return {
    familiarity: metric('familiarity'),
    general: metric('general'),
    perplexity: metric('perplexity'),
  };
}

function counted({ blocks }: Labels, overrides: readonly LabelOverride[]): SeedEffect['labels'] {
  return { ...summarizeOverrides(withOverrides(blocks, overrides)), of: summarize(blocks).supervised };
}
