/** A run as the place shows it: saved in this browser, opened from a file, or recorded with the page. */
import type { Report } from '../../evaluate/report';
import { methodOf, parseSettings, type RunSettings } from '../../methods/settings';
import type { MethodName } from '../../methods/catalogue';
import type { RecordedMethods } from '../../recorded/recorded-methods';
import { lineOf, type LineOptions, type RunLine } from '../../store/run-line';
import type { SavedRun } from '../../store/saved-runs';

export interface ListedRun extends RunLine {
  readonly id: string;
  readonly method: MethodName;
  /** null: those of another version, which this one cannot read */
  readonly known: RunSettings | null;
  /** null: it came with the page */
  readonly saved: SavedRun | null;
  /** whether it is of the recorded comparison of methods */
  readonly isCompared: boolean;
}

export function savedRun(run: SavedRun): ListedRun {
  return listed(run, run.id, run);
}

/** The run that comes with the page. */
export function recordedRun(report: Report, options: LineOptions): ListedRun {
  return listed(lineOf(report, options), 'recorded', null);
}

/** The runs of the recorded comparison. */
export function comparedMethods({ runs, baseline, guessing, model, world }: RecordedMethods): ListedRun[] {
  return runs.map(({ method, seed, seconds, settings, figures }) => {
    const line = {
      seed,
      seconds,
      settings: { ...settings },
      hashes: {},
      figures: { baseline, ...(figures ? { unlearned: figures } : {}) },
      guessing,
      source: { model, world },
    };
    return { ...listed(line, `${method} ${seed}`, null), isCompared: true };
  });
}

function listed(line: RunLine, id: string, saved: SavedRun | null): ListedRun {
  const { settings } = line;
  return { ...line, id, saved, method: methodOf(settings), known: readable(settings), isCompared: false };
}

function readable(settings: object): RunSettings | null {
  try {
    return parseSettings(settings);
  } catch {
    return null;
  }
}
