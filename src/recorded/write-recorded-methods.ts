/** A comparison of methods → methods.json: figures to four significant digits, settings exactly. */
import { toFourDigits } from './four-digits';
import {
  METHODS_FORMAT,
  METHODS_VERSION,
  type MeasuredMethod,
  type RecordedMethods,
} from './recorded-methods';

/** The text that `parseRecordedMethods` reads, a line for each run. `settings` may be a part of all settings. */
export function writeRecordedMethods({ baseline, runs, ...file }: WrittenMethods): string {
  const head = { format: METHODS_FORMAT, version: METHODS_VERSION, ...file, baseline: short(baseline) };
  const lines = runs.map(({ figures, seconds, ...run }) =>
    JSON.stringify({ ...run, seconds: Math.round(seconds), figures: figures && short(figures) }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"runs":[\n${lines.join(',\n')}\n]}\n`;
}

type Run = RecordedMethods['runs'][number];
export interface WrittenMethods extends Omit<RecordedMethods, 'runs'> {
  readonly runs: readonly (Omit<Run, 'settings'> & { readonly settings: object })[];
}

function short(figures: MeasuredMethod): unknown {
  return JSON.parse(JSON.stringify(figures, toFourDigits));
}
