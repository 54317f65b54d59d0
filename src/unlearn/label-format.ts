/**
 * The file of label records: a safetensors container (so Python reads it too) whose tensors are columns over all
 * blocks, one block after another. What is saved comes back bit for bit.
 *
 * | column | numbers |
 * |---|---|
 * | sizes | per block: T, T′, forbidden, anchors |
 * | ids, mapping, reasons | per token; translated: per token of the translation |
 * | labels, segments (how many), side.ids, side.logits [k each], side.logSum | per supervised token |
 * | segments.from, segments.ids | per segment of an envelope |
 * | anchors.start, .length, .term (a number in `terms`), forbidden.ids, .from | per anchor, per forbidden token |
 */
import type { Reason } from '../text/translate';

/** In the metadata, beside `origin`, `vocabulary`, `terms` and, where people decided, `human` per block (in JSON). */
export const FORMAT = 'lethe-labels-1';

export const sides = ['baseline', 'reinforced', 'generic'] as const;
export type Side = (typeof sides)[number];

/** The number of each reason; 0 is none. Total: a new reason does not compile without a number. */
export const reasonNumbers: Readonly<Record<Reason, number>> = { anchor: 1, repeat: 2, context: 3, end: 4 };
