/**
 * The file format of label records: a safetensors container (so that Python can read it) whose tensors are columns over
 * all blocks, one block after another. Reading restores every bit.
 *
 * | column | numbers |
 * |---|---|
 * | sizes | per block: T, T′, forbidden, anchors |
 * | ids, mapping, reasons | per token; translated: per token of the translation |
 * | labels, segments (how many), side.ids, side.logits [k each], side.logSum | per supervised token |
 * | segments.from, segments.ids | per segment of an envelope |
 * | other.baseline, other.reinforced [k each], others (how many more) | per supervised token; absent before version 0.3 |
 * | others.ids, .baseline, .reinforced | per token that is a label at some α, and among the strongest of neither model |
 * | sentences | per block: repeated sentences; .start and .length per sentence |
 * | anchors.start, .length, .term (a number in `terms`), forbidden.ids, .from | per anchor, per forbidden token |
 */
import type { Reason } from '../text/translate';

/** In the metadata, beside (as JSON) `origin`, `vocabulary`, `terms`, `opening` if there is one and, after a review, `human` per block. */
export const FORMAT = 'lethe-labels-1';

export const sides = ['baseline', 'reinforced', 'generic'] as const;
export type Side = (typeof sides)[number];

/** The number of each reason; 0 for none. A reason without a number is a type error. */
export const reasonNumbers: Readonly<Record<Reason, number>> = { anchor: 1, repeat: 2, context: 3, end: 4 };
