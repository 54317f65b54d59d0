/** Finished evaluations, saved to be viewed and compared later: a short line each, and the report separately. */
import { largest } from '../base/extremes';
import { contentHash } from '../base/hash';
import { v } from '../base/schema';
import type { Report } from '../evaluate/report';
import { parseReport, writeReport } from '../evaluate/report-file';
import type { KeyValue } from './key-value';
import { lineOf, runLineEntries, type LineOptions } from './run-line';
import { readable } from './readable';

const schema = v.object({
  /** hash of the report */
  id: v.string(),
  /** counted from 1 in order of arrival; unchanged when others are deleted */
  number: v.number(),
  /** when it was saved, milliseconds since 1970 */
  at: v.number(),
  isPinned: v.boolean(),
  /** whether it was imported from a file */
  isOpened: v.boolean(),
  ...runLineEntries,
});

export type SavedRun = v.InferOutput<typeof schema>;

export interface SaveOptions extends LineOptions {
  readonly isOpened: boolean;
  /** the report that this one extends and replaces */
  readonly instead: Report | null;
}

/** Runs that are kept. When one more arrives, the oldest that is not pinned is deleted. */
export const MOST_RUNS = 200;

/** The key of a report: equal reports have the same id. */
export function idOf(report: Report): string {
  return contentHash(writeReport(report));
}

const line = (id: string): string => `runs/line/${id}`;
const file = (id: string): string => `runs/report/${id}`;

export class SavedRuns {
  constructor(
    private readonly store: KeyValue,
    private readonly now: () => number = Date.now,
  ) {}

  /** By number. What cannot be read, for example from another version, is left out. */
  async list(): Promise<SavedRun[]> {
    const found = await readable(this.store, 'runs/line/', schema);
    return found.sort((a, b) => a.number - b.number);
  }

  /** null if it no longer exists. @throws LetheError file/invalid if it is not a report of this version */
  async report(id: string): Promise<Report | null> {
    const text = await this.store.get(file(id));
    return typeof text === 'string' ? parseReport(text) : null;
  }

  /**
   * Saves a report; saving it again has no effect.
   * @throws LetheError store/failed if it is only held until the page is closed
   */
  async save(report: Report, { isOpened, instead, ...more }: SaveOptions): Promise<SavedRun> {
    const id = idOf(report);
    const runs = await this.list();
    const there = find(runs, id);
    if (there) return there;
    const before = instead && find(runs, idOf(instead));
    const { number, isPinned = false, curves, source } = before ?? {};
    const run: SavedRun = {
      ...(curves && { curves }),
      ...(source && { source }),
      ...lineOf(report, more),
      id,
      number: number ?? 1 + largest(runs.map((one) => one.number), 0), // prettier-ignore
      at: this.now(),
      isPinned,
      isOpened,
    };
    const replaced = before ? [before] : surplus(runs);
    await this.store.change({
      put: { [line(id)]: run, [file(id)]: writeReport(report) },
      remove: replaced.flatMap((one) => [line(one.id), file(one.id)]),
    });
    return run;
  }

  /** @throws LetheError store/failed if it is only held until the page is closed */
  async pin(run: SavedRun, isPinned: boolean): Promise<void> {
    await this.store.change({ put: { [line(run.id)]: { ...run, isPinned } } });
  }

  /** @throws LetheError store/failed if it will be back at the next visit */
  async remove(id: string): Promise<void> {
    await this.store.change({ remove: [line(id), file(id)] });
  }
}

function find(runs: readonly SavedRun[], id: string): SavedRun | undefined {
  return runs.find((run) => run.id === id);
}

/** What has to go so that one more can be kept: the oldest that are not pinned. */
function surplus(runs: readonly SavedRun[]): SavedRun[] {
  return runs.filter(({ isPinned }) => !isPinned).slice(0, Math.max(0, runs.length + 1 - MOST_RUNS));
}
