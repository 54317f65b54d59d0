/**
 * The recorded comparison of methods: the figures of each method and seed, on test items, without models or answers.
 * `npm run methods -- --compare` makes it.
 */
import { v, validate } from '../base/schema';
import { LetheError } from '../base/errors';
import { fail } from '../files/errors';
import { methodNames, type MethodName } from '../methods/catalogue';
import { parseSettings, type RunSettings } from '../methods/settings';

export const METHODS_FORMAT = 'lethe-recorded-methods';
export const METHODS_VERSION = 1;

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const measured = v.strictObject({
  answers: share,
  sayings: share,
  neighbour: share,
  general: share,
  /** null: infinite, as of a model that broke */
  perplexity: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(1))),
});

const schema = v.strictObject({
  format: v.literal(METHODS_FORMAT),
  version: v.literal(METHODS_VERSION),
  /** folders of the model and the data set */
  model: v.string(),
  world: v.string(),
  /** the accuracy of guessing in the tasks */
  guessing: share,
  /** of the model before unlearning */
  baseline: measured,
  runs: v.pipe(
    v.array(
      v.strictObject({
        method: v.picklist(methodNames),
        seed: count,
        /** those that count in the method */
        settings: v.record(v.string(), v.unknown()),
        /** how many settings of the method were tried before these, on development items */
        trials: count,
        /** of both trainings, padding included */
        tokens: count,
        seconds: v.pipe(v.number(), v.finite(), v.minValue(0)),
        /** null: its training diverged */
        figures: v.nullable(measured),
      }),
    ),
    v.minLength(1),
  ),
});

type File = v.InferOutput<typeof schema>;
export type MeasuredMethod = File['baseline'];

interface MethodRun extends Omit<File['runs'][number], 'settings'> {
  readonly method: MethodName;
  readonly settings: RunSettings;
}

export interface RecordedMethods extends Omit<File, 'format' | 'version' | 'runs'> {
  readonly runs: readonly MethodRun[];
}

/** `path` is used in messages. @throws LetheError file/invalid */
export function parseRecordedMethods(data: unknown, path: string): RecordedMethods {
  const refuse = (expected: string, got: string): never => fail('file/invalid', { path, expected, got });
  const {
    format: _,
    version: __,
    runs,
    ...file
  } = validate(schema, data, ({ field, expected, got }) => refuse(`${expected} at ${field}`, got));
  const seen = new Set<string>();
  const parsed = runs.map((run, i) => {
    const { method, seed } = run;
    if (seen.has(`${method} ${seed}`)) refuse(`each seed of ${method} once`, `seed ${seed} again`);
    seen.add(`${method} ${seed}`);
    const settings = settingsOf({ ...run.settings, method, seed }, (expected, got) =>
      refuse(`${expected} at runs.${i}.settings`, got),
    );
    return { ...run, settings };
  });
  return { ...file, runs: parsed };
}

function settingsOf(settings: object, refuse: (expected: string, got: string) => never): RunSettings {
  try {
    return parseSettings(settings);
  } catch (error) {
    if (!(error instanceof LetheError)) throw error;
    return refuse('valid settings', error.message);
  }
}
