/** What the unlearning trains on: generic labels if the method uses them, otherwise the text's own next tokens. */
import type { Objective } from '../llama/objective';
import { pipelineOf, type RunSettings } from '../methods/settings';
import type { LabelledBlock } from '../unlearn/batches';
import { parseOverrides, withOverrides, type LabelOverride } from '../unlearn/overrides';
import type { Labels } from '../unlearn/record';
import { withReference } from '../unlearn/reference';
import type { TrainingInput } from '../unlearn/train';
import { trainingBlock } from '../unlearn/training-block';
import { fail } from './error-catalogue';
import { activity, type LabJob } from './events';
import type { ProbeEvent } from './probe-event';
import type { Workspace } from './workspace';

/** @throws LetheError settings/invalid for an override that cannot be */
export async function* trainingInput(
  workspace: Workspace,
  settings: RunSettings,
  objective: Objective,
  overrides: readonly LabelOverride[],
  signal: AbortSignal,
): LabJob<TrainingInput<ProbeEvent>> {
  const { retainShare, ...training } = settings.unlearn;
  const { forget, retain } = workspace.texts(settings);
  const usesLabels = pipelineOf(settings).unlearn?.needs.includes('label') ?? false;
  let blocks = usesLabels ? genericBlocks(workspace.results.label?.labels, settings, overrides) : forget;
  if (!usesLabels && objective.reads.includes('referenceLogProbs')) {
    yield activity('scoring');
    const { model } = workspace.ready('unlearn');
    const reference = { model, bank: workspace.bank(settings), variantRef: { variant: 'baseline' } } as const;
    blocks = await withReference(reference, blocks, signal);
  }
  return { blocks, retain, retainShare, objective, training, seed: settings.seed + 1 };
}

function genericBlocks(
  labels: Labels | undefined,
  settings: RunSettings,
  overrides: readonly LabelOverride[],
): readonly LabelledBlock[] {
  if (!labels) return fail('stage/order', { stage: 'unlearn', needs: 'label' });
  const blocks = withOverrides(labels.blocks, parseOverrides(overrides, labels.vocabulary.length));
  return blocks.map((record) => trainingBlock(record, settings));
}
