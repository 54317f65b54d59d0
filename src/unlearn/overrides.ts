/**
 * Labels that reviewers set in place of those of equation 1. They replace the training targets of single positions and
 * nothing else, so that the record still has the computed label.
 */
import { fail } from '../methods/errors';
import { v, validate } from '../base/schema';
import { IGNORED } from '../model/train-batch';
import type { HumanLabel, LabelRecord, Labels } from './record';

/** A decision about one label, as plain data, since the unlearn job sends it to the worker. */
export interface LabelOverride {
  /** Index of the block. */
  readonly block: number;
  /** Position in the original block. */
  readonly position: number;
  /** The token to train on; −100: none; null confirms the computed label. */
  readonly label: number | null;
  /** The reviewer. */
  readonly by: readonly string[];
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Overrides as they are saved and sent. */
export const overridesSchema = v.array(
  v.object({
    block: whole,
    position: whole,
    label: v.nullable(v.union([v.literal(IGNORED), whole])),
    by: v.array(v.string()),
  }),
);

/**
 * Overrides from outside the worker, for a model of `vocabulary` tokens.
 * @throws LetheError settings/invalid naming the first invalid one
 */
export function parseOverrides(data: unknown, vocabulary: number): LabelOverride[] {
  const overrides = validate(overridesSchema, data, (mismatch) =>
    fail('settings/invalid', { ...mismatch, field: `overrides.${mismatch.field}` }),
  );
  for (const [i, { label }] of overrides.entries()) {
    if (label === null || label < vocabulary) continue;
    const expected = `a token below ${vocabulary}`;
    fail('settings/invalid', { field: `overrides.${i}.label`, expected, got: String(label) });
  }
  return overrides;
}

/** The labels with the overrides applied, as shown in the inspector and saved in files. */
export function withHumanLabels(labels: Labels, overrides: readonly LabelOverride[]): Labels {
  return { ...labels, blocks: withOverrides(labels.blocks, overrides) };
}

/**
 * The records with the overrides applied; records without any are the same objects. An override at a position without a
 * label is ignored, because positions inside an anchor term are never supervised.
 */
export function withOverrides(
  records: readonly LabelRecord[],
  overrides: readonly LabelOverride[],
): LabelRecord[] {
  return records.map((record, block) => {
    const own = overrides.filter((one) => one.block === block && (record.mapping[one.position] ?? -1) >= 0);
    if (own.length === 0) return record;
    const before = machineLabels(record);
    const labels = before.slice();
    const human = own.map(({ position, label, by }): HumanLabel => {
      const was = before[position] ?? IGNORED;
      labels[position] = label ?? was;
      return { position, was, label: label ?? was, by };
    });
    return { ...record, labels, human };
  });
}

/** A summary of the overrides: “changes 1 of 412 labels”. */
export interface OverrideSummary {
  /** Positions with an override. */
  readonly decided: number;
  /** Those whose label was changed or removed. */
  readonly changed: number;
}

export function summarizeOverrides(records: readonly LabelRecord[]): OverrideSummary {
  const human = records.flatMap((record) => record.human ?? []);
  return { decided: human.length, changed: human.filter(({ was, label }) => was !== label).length };
}

/** The labels without any overrides. */
function machineLabels({ labels, human = [] }: LabelRecord): Int32Array {
  const machine = labels.slice();
  for (const { position, was } of human) machine[position] = was;
  return machine;
}
