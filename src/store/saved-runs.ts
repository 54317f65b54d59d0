/** Finished evaluations, saved to be viewed and compared later: a short line each, and the report separately. */
import { largest } from '../base/extremes';
import { contentHash } from '../base/hash';
import { v } from '../base/schema';
import { metricNames } from '../evaluate/metric-catalogue';
import { measuredIn, parseReport, evaluatedVariants, writeReport, type Report } from '../evaluate/report';
import type { KeyValue } from './key-value';

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
  seed: v.nullable(v.number()),
  seconds: v.number(),
  settings: v.record(v.string(), v.unknown()),
  hashes: v.record(v.string(), v.string()),
  /** every metric, variant by variant */
  figures: v.record(v.picklist(evaluatedVariants), v.record(v.picklist(metricNames), v.nullable(v.number()))),
});

export type SavedRun = v.InferOutput<typeof schema>;

export interface SaveOptions {
  readonly isOpened: boolean;
  /** the report that this one extends and replaces */
  readonly instead: Report | null;
}

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
    const keys = await this.store.keys('runs/line/');
    const found = await Promise.all(keys.map((key) => this.store.get(key)));
    return found
      .flatMap((one) => {
        const read = v.safeParse(schema, one);
        return read.success ? [read.output] : [];
      })
      .sort((a, b) => a.number - b.number);
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
  async save(report: Report, { isOpened, instead }: SaveOptions): Promise<SavedRun> {
    const id = idOf(report);
    const runs = await this.list();
    const there = find(runs, id);
    if (there) return there;
    const before = instead && find(runs, idOf(instead));
    const run: SavedRun = {
      id,
      number:
        before?.number ??
        1 +
          largest(
            runs.map(({ number }) => number),
            0,
          ),
      at: this.now(),
      isPinned: before?.isPinned ?? false,
      isOpened,
      seed: report.seeds.run ?? null,
      seconds: report.evaluation.seconds,
      settings: report.settings,
      hashes: report.hashes,
      figures: metricsOf(report),
    };
    const remove = before ? [line(before.id), file(before.id)] : [];
    await this.store.change({ put: { [line(id)]: run, [file(id)]: writeReport(report) }, remove });
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

function metricsOf(report: Report): SavedRun['figures'] {
  const metrics: SavedRun['figures'] = {};
  for (const { metric, variant, value } of measuredIn(report))
    metrics[variant] = { ...metrics[variant], [metric]: value.agg_value };
  return metrics;
}
