/** The runs saved in this browser, as the page shows them. */
import type { Report } from '../../evaluate/report';
import { idOf, SavedRuns, type SaveOptions, type SavedRun } from '../../store/saved-runs';
import { projects } from './projects/projects.svelte';

class RunList {
  /** sorted by number */
  runs = $state.raw<readonly SavedRun[]>([]);
  /** the run that the lab shows in place of its own report; null: its own */
  chosen = $state.raw<{ readonly id: string; readonly report: Report } | null>(null);
  /** whether the last change is lost when the page is closed, or failed */
  isRefused = $state(false);

  constructor(private readonly saved: SavedRuns) {}

  async refresh(): Promise<void> {
    this.runs = await this.saved.list();
  }

  /** null: it is not kept any more. @throws LetheError file/invalid if it has another version */
  report(id: string): Promise<Report | null> {
    return this.saved.report(id);
  }

  /** Shows the report of a run. @throws LetheError file/invalid if it has another version */
  async choose(id: string): Promise<void> {
    const report = await this.report(id);
    if (report) this.chosen = { id, report };
  }

  /** Saves a report that was opened from a file, and shows it even if the browser refuses to store it. */
  async open(report: Report): Promise<void> {
    await this.save(report, { isOpened: true, instead: null });
    this.chosen = { id: idOf(report), report };
  }

  /** Never throws: `isRefused` says whether the browser refuses to store it. */
  async save(report: Report, options: SaveOptions): Promise<void> {
    if (!options.isOpened) this.chosen = null; // the lab shows its new report
    await this.#change(() => this.saved.save(report, options));
  }

  pin(run: SavedRun, isPinned: boolean): Promise<void> {
    return this.#change(() => this.saved.pin(run, isPinned));
  }

  remove(id: string): Promise<void> {
    return this.#change(() => this.saved.remove(id));
  }

  async #change(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
      this.isRefused = false;
    } catch {
      this.isRefused = true; // the evaluation is not lost; the page shows a note beside the table
    }
    await this.refresh();
  }
}

export const runList = new RunList(new SavedRuns(projects.store));
