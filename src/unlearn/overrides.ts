/**
 * Labels that people decided, over what equation 1 says. They change what is taught at single positions and leave
 * everything else of a record as it was, so the record still tells what the machine had said.
 */
import { fail } from '../methods/errors';
import { v, validate } from '../base/schema';
import { IGNORED } from '../model/train-batch';
import type { HumanLabel, LabelRecord, Labels } from './record';

/** One decision about one label. Plain data: it crosses to the worker with the unlearn job. */
export interface LabelOverride {
  /** Which block, counted from 0. */
  readonly block: number;
  /** Position in the original block whose label this is. */
  readonly position: number;
  /** The token to teach; −100 teaches nothing there; null confirms the label that is there. */
  readonly label: number | null;
  /** Who decided. */
  readonly by: readonly string[];
}

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const schema = v.array(
  v.object({
    block: whole,
    position: whole,
    label: v.nullable(v.union([v.literal(IGNORED), whole])),
    by: v.array(v.string()),
  }),
);

/**
 * Decisions from outside the worker, for a model of `vocabulary` tokens.
 * @throws LetheError settings/invalid naming the first that does not fit
 */
export function parseOverrides(data: unknown, vocabulary: number): LabelOverride[] {
  const overrides = validate(schema, data, (mismatch) =>
    fail('settings/invalid', { ...mismatch, field: `overrides.${mismatch.field}` }),
  );
  for (const [i, { label }] of overrides.entries()) {
    if (label === null || label < vocabulary) continue;
    const expected = `a token below ${vocabulary}`;
    fail('settings/invalid', { field: `overrides.${i}.label`, expected, got: String(label) });
  }
  return overrides;
}

/** The labels with what people decided, as the inspector shows them and files keep them. */
export function withHumanLabels(labels: Labels, overrides: readonly LabelOverride[]): Labels {
  return { ...labels, blocks: withOverrides(labels.blocks, overrides) };
}

/**
 * The records with the decided labels; records that nobody decided about are the same objects. A decision about a
 * position that has no label is left out: what follows an anchor’s inside is never taught.
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

/** What decided labels amount to: “changes 1 of 412 labels”. */
export interface OverrideSummary {
  /** Positions that people decided about. */
  readonly decided: number;
  /** Those of them whose label became another one, or none. */
  readonly changed: number;
}

export function summarizeOverrides(records: readonly LabelRecord[]): OverrideSummary {
  const human = records.flatMap((record) => record.human ?? []);
  return { decided: human.length, changed: human.filter(({ was, label }) => was !== label).length };
}

/** The labels before anybody decided. */
function machineLabels({ labels, human = [] }: LabelRecord): Int32Array {
  const machine = labels.slice();
  for (const { position, was } of human) machine[position] = was;
  return machine;
}
