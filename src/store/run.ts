/**
 * What a project keeps of its run: what each stage made, and where a training stands. Everything carries a `binding`:
 * the hash of all that it was made from, so that it is never taken for something else.
 */
import { v } from '../base/schema';
import { settingsSchema } from '../methods/settings';
import { slot } from './slot';

const numbers = v.custom<Float32Array>((value) => value instanceof Float32Array);
const bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
const bound = {
  binding: v.string(),
  /** SHA-256 of the weights it was made with */
  model: v.string(),
  settings: settingsSchema,
};
const progress = {
  /** what may end a training early and is in no setting, as the stage writes it */
  ends: v.string(),
  /** in all, as planned */
  steps: v.number(),
  /** of every step */
  losses: v.array(v.number()),
  /** how long it took so far */
  seconds: v.number(),
  /** what was watched, as the stage writes it */
  history: v.array(v.unknown()),
};

const trained = v.object({
  ...bound,
  ...progress,
  ending: v.picklist(['planned', 'seen', 'told']),
  /** the adapter [P] */
  parameters: numbers,
});

const checkpoint = v.object({
  ...bound,
  ...progress,
  stage: v.picklist(['reinforce', 'unlearn']),
  state: v.object({ parameters: numbers, mean: numbers, square: numbers, step: v.number() }),
});

const measured = v.object({ binding: v.string(), names: v.number(), perplexity: v.number() });

export type SavedTraining = v.InferOutput<typeof trained>;
export type SavedCheckpoint = v.InferOutput<typeof checkpoint>;
export type TrainedStage = SavedCheckpoint['stage'];

export const runSlots = {
  reinforce: slot('run/reinforce', trained),
  unlearn: slot('run/unlearn', trained),
  /** a file of label records */
  label: slot('run/label', v.object({ ...bound, file: bytes })),
  /** of the training under way: there is never more than one */
  checkpoint: slot('run/checkpoint', checkpoint),
  /** what was measured right after the unlearning */
  baseline: slot('run/measured/baseline', measured),
  unlearned: slot('run/measured/unlearned', measured),
  /** report.json of the last evaluation, as the page shows it */
  report: slot('run/report', v.string()),
};

/** The keys of all of them. */
export const runKeys = Object.values(runSlots).map(({ key }) => key);
