/** Two quick metrics: what a variant still knows of the forget set, and its perplexity on other text. */
import { forgetBlocksOf } from '../../evaluate/forget-blocks';
import { nameProbability } from '../../evaluate/names';
import { perplexity } from '../../evaluate/perplexity';
import type { RunSettings } from '../../methods/settings';
import type { AdapterVariant } from '../../model/adapter-bank';
import { activity, type LabJob } from '../events';
import type { Lab } from '../lab';
import type { Measures } from '../measures';

/** Blocks per batch. */
const BATCH = 8;

/** @throws LetheError stage/order before a model is loaded */
export async function* measure(
  { workspace }: Pick<Lab, 'workspace'>,
  variant: AdapterVariant,
  settings: RunSettings,
  signal: AbortSignal,
): LabJob<Measures> {
  const { model } = await workspace.baseline('measure', settings);
  yield activity('scoring');
  const { aligned, heldOut } = workspace.texts(settings);
  const known = variant === 'baseline' ? workspace.baselineMeasures.get(aligned) : undefined;
  if (known) return known;
  const evaluated = { model, bank: workspace.bank(settings), variantRef: workspace.refOf(variant) };
  const measures = {
    names: await nameProbability(evaluated, forgetBlocksOf(aligned), BATCH, signal),
    perplexity: await perplexity(evaluated, heldOut, BATCH, signal),
  };
  if (variant === 'baseline') workspace.baselineMeasures.set(aligned, measures);
  return measures;
}
