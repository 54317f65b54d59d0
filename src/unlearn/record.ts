/**
 * The label record: why each token of a block has its label. The same type is used by live labelling and by files
 * (write-labels.ts, parse-labels.ts).
 */
import { IGNORED } from '../model/train-batch';
import type { Span } from '../text/span';
import type { Forbidden, Reason } from '../text/translate';
import { labelAt, segmentsOf, type Envelopes, type Segment } from './alpha-envelope';
import type { LabelledBlock } from './batches';
import type { RunSettings } from '../methods/settings';
import type { MethodVariant } from '../methods/variant';

/** The strongest tokens at S supervised positions, strongest first, ties by id. */
export interface Top {
  /** [S, k] */
  readonly ids: Int32Array;
  /** [S, k] */
  readonly logits: Float32Array;
  /** ln Σ exp over the whole vocabulary, [S]: a probability is exp(logit − logSum) */
  readonly logSum: Float32Array;
}

/**
 * What the tops of both models leave out, at S positions: the logits that each has for the other’s strongest tokens, and
 * both logits of every other token that is the label at some α. With them equation 1 can be followed for each of these.
 */
export interface OtherLogits {
  /** of the reinforced model’s strongest tokens, [S, k] */
  readonly baseline: Float32Array;
  /** of the baseline’s strongest tokens, [S, k] */
  readonly reinforced: Float32Array;
  /** where the tokens of each position start [S + 1], and the tokens with both logits */
  readonly more: {
    readonly starts: Int32Array;
    readonly ids: Int32Array;
    readonly baseline: Float32Array;
    readonly reinforced: Float32Array;
  };
}

/** An anchor term in the original block. */
export interface Anchor extends Span {
  readonly term: string;
}

/** A label set by a reviewer, which replaces that of equation 1 at every α. */
export interface HumanLabel {
  readonly position: number;
  /** The computed label. */
  readonly was: number;
  /** The training target; −100: none. */
  readonly label: number;
  /** The reviewer. */
  readonly by: readonly string[];
}

/** A block of T tokens with its generic labels and what they were computed from. */
export interface LabelRecord extends LabelledBlock {
  /** [T′] */
  readonly translated: Int32Array;
  /** mapping[i] = j: the prediction after original token i is the one after translated token j; −1 = none. [T] */
  readonly mapping: Int32Array;
  /** Why mapping[i] is −1; null where it is not. [T] */
  readonly reasons: readonly (Reason | null)[];
  readonly anchors: readonly Anchor[];
  readonly sentences: readonly Span[];
  readonly forbidden: readonly Forbidden[];
  /** This, the next two and the envelope have the supervised positions only, in order. */
  readonly baseline: Top;
  readonly reinforced: Top;
  readonly generic: Top;
  /** absent in files of earlier versions */
  readonly others?: OtherLogits;
  /** the label at every other α */
  readonly envelope: Envelopes;
  /** the positions whose label a reviewer set; absent: none */
  readonly human?: readonly HumanLabel[];
}

/** Where labels are from. */
export interface LabelOrigin {
  /** the name of the method variant */
  readonly variant: MethodVariant;
  readonly settings: RunSettings;
  /** SHA-256 of the weights and of the texts */
  readonly hashes: { readonly model: string; readonly world: string };
}

/** Where a reader begins: before a name, whose label is another word from `alpha` on. */
export interface Opening {
  /** index of the block, and position in it */
  readonly block: number;
  readonly position: number;
  readonly alpha: number;
}

/** The labels of a whole text, as they are saved. */
export interface Labels {
  readonly origin: LabelOrigin;
  /** the text of every token of the model by id, [V] */
  readonly vocabulary: readonly string[];
  readonly blocks: readonly LabelRecord[];
  /** chosen from the labels of all blocks, where only some are saved @default name-flips.ts chooses it from `blocks` */
  readonly opening?: Opening;
}

/** A candidate for the label. */
export interface Candidate {
  readonly id: number;
  readonly logit: number;
  readonly probability: number;
}

/** The answer to "why this label?" for one position. */
export type TokenRecord = {
  readonly id: number;
  /** the anchor term that contains the token */
  readonly anchor: Anchor | null;
} & (
  | { readonly kind: 'unsupervised'; readonly reason: Reason }
  | {
      readonly kind: 'supervised';
      /** the position in the translated block whose prediction is used */
      readonly from: number;
      readonly label: number;
      readonly baseline: readonly Candidate[];
      readonly reinforced: readonly Candidate[];
      readonly generic: readonly Candidate[];
      /** tokens that were forbidden here */
      readonly forbidden: readonly number[];
      /** the labels over α */
      readonly segments: readonly Segment[];
      /** the override here; null: none */
      readonly human: HumanLabel | null;
    }
);

/** Everything known about position `i`. @throws RangeError if the block has no such position */
export function tokenAt(record: LabelRecord, i: number): TokenRecord {
  const { ids, mapping, reasons, anchors, forbidden } = record;
  const [id, from] = [ids[i], mapping[i]];
  if (id === undefined || from === undefined) throw new RangeError(`expected a position below ${ids.length}`);
  const anchor = anchors.find(({ start, length }) => start <= i && i < start + length) ?? null;
  const reason = reasons[i] ?? null;
  if (reason !== null) return { kind: 'unsupervised', id, anchor, reason };
  const row = supervised(record).indexOf(i);
  return {
    kind: 'supervised',
    id,
    anchor,
    from,
    label: record.labels[i] ?? IGNORED,
    baseline: candidates(record.baseline, row),
    reinforced: candidates(record.reinforced, row),
    generic: candidates(record.generic, row),
    forbidden: [...new Set(forbidden.filter((one) => one.from <= from).map((one) => one.id))],
    segments: segmentsOf(record.envelope, row),
    human: record.human?.find(({ position }) => position === i) ?? null,
  };
}

/** The strongest tokens of one row, with their probabilities over the whole vocabulary. */
export function candidates({ ids, logits, logSum }: Top, row: number): Candidate[] {
  const k = ids.length / logSum.length;
  const sum = logSum[row] ?? 0;
  return Array.from({ length: k }, (_, rank) => {
    const logit = logits[row * k + rank] ?? Number.NEGATIVE_INFINITY;
    return { id: ids[row * k + rank] ?? 0, logit, probability: Math.exp(logit - sum) };
  });
}

/** The positions with a label, in order. Row s of the tops and envelopes belongs to the s-th of them. */
export function supervised({ mapping }: Pick<LabelRecord, 'mapping'>): number[] {
  return [...mapping.keys()].filter((i) => (mapping[i] ?? -1) >= 0);
}

/** Largest probability of the baseline on the translation at each supervised position, [S]. */
export function confidence({ baseline: { logits, logSum } }: LabelRecord): Float32Array {
  const k = logits.length / logSum.length;
  return logSum.map((sum, row) => Math.exp((logits[row * k] ?? Number.NEGATIVE_INFINITY) - sum));
}

/** The labels [T] at another α, from the envelopes and the overrides; −100 where there is none. */
export function labelsAt(
  record: Pick<LabelRecord, 'mapping' | 'envelope' | 'human'>,
  alpha: number,
): Int32Array {
  const labels = new Int32Array(record.mapping.length).fill(IGNORED);
  supervised(record).forEach((i, row) => (labels[i] = labelAt(record.envelope, row, alpha)));
  for (const { position, label } of record.human ?? []) labels[position] = label;
  return labels;
}

/** A summary of the labels. */
export interface LabelSummary {
  /** positions in all blocks */
  readonly positions: number;
  /** positions with a label */
  readonly supervised: number;
  /** labels that differ from the text's own next token */
  readonly changed: number;
  /** labels where equation 1 differs from the baseline's prediction on the translation */
  readonly movedByEquation1: number;
}

export function summarize(records: readonly LabelRecord[]): LabelSummary {
  const sum = { positions: 0, supervised: 0, changed: 0, movedByEquation1: 0 };
  for (const record of records) {
    const { ids, labels, baseline } = record;
    const k = baseline.ids.length / baseline.logSum.length;
    sum.positions += ids.length;
    supervised(record).forEach((i, row) => {
      sum.supervised += 1;
      sum.changed += Number(labels[i] !== ids[i + 1]);
      sum.movedByEquation1 += Number(labels[i] !== baseline.ids[row * k]);
    });
  }
  return sum;
}
