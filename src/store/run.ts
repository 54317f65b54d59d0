/**
 * What a project saves of its run: the result of each stage, and the state of a training in progress. Each carries the
 * fingerprint of its inputs (pipeline/fingerprint.ts). Version 0.1 wrote none: its results can still be used, but
 * count as out of date.
 */
import { v } from '../base/schema';
import {
  settingFields,
  settingLeaves,
  settingsSchema,
  upgraded,
  type RunSettings,
} from '../methods/settings';
import { unknownFingerprint } from '../pipeline/fingerprint';
import { trainedStages } from '../pipeline/stage';
import { withinBounds } from '../settings/check';
import type { NumberField } from '../settings/field';
import { valueAt } from '../settings/leaves';
import { slot } from './slot';

const numbers = v.pipe(
  v.custom<Float32Array>((value) => value instanceof Float32Array),
  v.check((all) => all.every(Number.isFinite), 'finite numbers'),
);
const squares = v.pipe(
  numbers,
  v.check((all) => all.every((one) => one >= 0), 'numbers from 0 on'),
);
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const fingerprint = v.optional(v.record(v.string(), v.string()), unknownFingerprint);

/** Earlier versions allowed wider bounds, and lacked some settings; a number that no version allowed is damage. */
export const savedSettings = v.pipe(
  v.looseObject({}),
  v.rawTransform(({ dataset, addIssue, NEVER }): RunSettings => {
    const saved = upgraded(dataset.value);
    const odd = settingLeaves.find(({ path, field }) => {
      const value = valueAt(saved, path);
      return typeof value === 'number' && field.kind === 'number' && !couldBe(field, value);
    });
    const settings = odd ? saved : withinBounds(settingFields, saved);
    const result = v.safeParse(settingsSchema, settings);
    if (result.success) return result.output;
    const [issue] = result.issues;
    const expected = `${issue.expected ?? 'a valid value'} at ${v.getDotPath(issue) ?? 'the settings'}`;
    addIssue({ expected, received: issue.received, message: issue.message });
    return NEVER;
  }),
);

function couldBe({ integer }: NumberField, value: number): boolean {
  return integer ? Number.isSafeInteger(value) : Number.isFinite(value);
}

const made = {
  fingerprint,
  /** SHA-256 of the weights of the model */
  model: v.string(),
  settings: savedSettings,
};

const progress = {
  /** planned */
  steps: whole,
  /** of every step taken */
  losses: v.array(v.number()),
  seconds: v.number(),
  /** what the monitor measured, in its own format */
  history: v.array(v.unknown()),
};

/** The names in version 0.1. */
const formerEndings = { planned: 'completed', seen: 'earlyStopped', told: 'stoppedByUser' } as const;
const ending = v.union([
  v.picklist(['completed', 'earlyStopped', 'stoppedByUser']),
  v.pipe(
    v.picklist(['planned', 'seen', 'told']),
    v.transform((former) => formerEndings[former]),
  ),
]);

const trained = v.object({
  ...made,
  ...progress,
  ending,
  /** the name of the adapter that was opened in place of a training; absent: it was trained */
  opened: v.exactOptional(v.string()),
  /** the adapter [P] */
  parameters: numbers,
});

/** The unlearned model is equation 1 over baseline and reinforced model: there is no adapter to save. */
const decoded = v.object({ ...made, ...progress, ending, parameters: v.null() });

const checkpoint = v.object({
  ...made,
  ...progress,
  stage: v.picklist(trainedStages),
  state: v.pipe(
    v.object({ parameters: numbers, firstMoment: numbers, secondMoment: squares, step: whole }),
    v.check(
      ({ parameters: { length }, firstMoment, secondMoment }) =>
        firstMoment.length === length && secondMoment.length === length,
      'as many moments as parameters',
    ),
  ),
});

const measures = v.object({ names: v.number(), perplexity: v.number() });

export type SavedTraining = v.InferOutput<typeof trained>;
export type SavedUnlearning = SavedTraining | v.InferOutput<typeof decoded>;
export type SavedCheckpoint = v.InferOutput<typeof checkpoint>;

export const runSlots = {
  read: slot('run/read', trained),
  reinforce: slot('run/reinforce', trained),
  unlearn: slot('run/unlearn', v.union([trained, decoded])),
  /** a file of label records */
  label: slot('run/label', v.object({ ...made, file: bytes })),
  /** of the training in progress: at most one */
  checkpoint: slot('run/checkpoint', checkpoint),
  /** measured right after the unlearning, of which it has the id */
  compared: slot('run/compared', v.object({ unlearned: v.string(), before: measures, after: measures })),
  /** report.json of the last evaluation, as the page shows it */
  report: slot('run/report', v.string()),
  /** the inputs of that report */
  evaluate: slot('run/evaluate', v.object({ fingerprint, id: v.string() })),
};
