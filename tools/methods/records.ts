/** The results file: one JSON line for each run. A run whose line is there is not run again. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { isSame } from '../../src/base/same';
import { v } from '../../src/base/schema';
import { methodNames } from '../../src/methods/catalogue';
import { settingsBefore } from '../../src/pipeline/fingerprint';

/** JSON has no infinity; a broken model may have such a perplexity. */
const perplexity = v.pipe(
  v.nullable(v.number()),
  v.transform((x) => x ?? Infinity),
);
const figures = v.object({
  saga: v.number(),
  sayings: v.number(),
  neighbour: v.number(),
  ability: v.number(),
  perplexity,
});
const phase = v.picklist(['tuning', 'test']);
const settings = v.record(v.string(), v.unknown());

const record = v.variant('what', [
  /** the model before unlearning; `guessing`: the accuracy of guessing in the tasks */
  v.object({ what: v.literal('baseline'), phase, guessing: v.number(), figures }),
  v.object({
    what: v.literal('run'),
    phase,
    method: v.picklist(methodNames),
    settings,
    tokens: v.number(),
    seconds: v.number(),
    /** null if the training diverged */
    figures: v.nullable(figures),
  }),
]);

export type Phase = v.InferOutput<typeof phase>;
export type ResultLine = v.InferOutput<typeof record>;
export type BaselineLine = Extract<ResultLine, { what: 'baseline' }>;
export type RunLine = Extract<ResultLine, { what: 'run' }>;

export class Records {
  readonly lines: ResultLine[];

  /** @throws if a line is not one of this version */
  constructor(private readonly path: string) {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    this.lines = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => v.parse(record, JSON.parse(line)));
  }

  baseline(phase: Phase): BaselineLine | undefined {
    return this.lines.find((line): line is BaselineLine => line.what === 'baseline' && line.phase === phase);
  }

  runs(phase: Phase): RunLine[] {
    return this.lines.filter((line): line is RunLine => line.what === 'run' && line.phase === phase);
  }

  run(phase: Phase, settings: object): RunLine | undefined {
    return this.runs(phase).find((line) => isSame({ ...settingsBefore, ...line.settings }, settings));
  }

  add<L extends ResultLine>(line: L): L {
    appendFileSync(this.path, `${JSON.stringify(line)}\n`);
    this.lines.push(line);
    return line;
  }
}
