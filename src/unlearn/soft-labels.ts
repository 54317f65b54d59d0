/**
 * Soft labels: the generic distribution as target, not only its strongest token, which the paper trains on. The k
 * strongest tokens of a record share each position, renormalised to sum to 1, and the rest of the vocabulary counts as
 * 0. A target over all of it would take V numbers per token, for little probability mass.
 */
import { IGNORED } from '../model/train-batch';
import type { LabelledBlock } from './batches';
import { candidates, supervised, type LabelRecord } from './record';

/**
 * The block with its k strongest generic tokens as labels, and their renormalised probabilities. An override is the
 * whole target of its position.
 */
export function softLabels(record: LabelRecord): LabelledBlock {
  const { ids, generic } = record;
  const k = Math.max(1, generic.ids.length / Math.max(1, generic.logSum.length));
  const labels = new Int32Array(ids.length * k).fill(IGNORED);
  const shares = new Float32Array(ids.length * k);
  supervised(record).forEach((i, row) => {
    const best = candidates(generic, row);
    const mass = best.reduce((sum, { probability }) => sum + probability, 0);
    best.forEach(({ id, probability }, rank) => {
      labels[i * k + rank] = id;
      shares[i * k + rank] = probability / mass;
    });
  });
  for (const { position: i, label } of record.human ?? []) {
    labels.fill(IGNORED, i * k, (i + 1) * k);
    shares.fill(0, i * k, (i + 1) * k);
    labels[i * k] = label;
    shares[i * k] = 1;
  }
  return { ids, labels, shares };
}
