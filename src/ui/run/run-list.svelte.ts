/** The runs saved in this browser, as the page shows them. */
import type { Report } from '../../evaluate/report';
import { idOf, SavedRuns, type SaveOptions, type SavedRun } from '../../store/saved-runs';
import { projects } from './projects/projects.svelte';

class RunList {
  /** sorted by number */
  runs = $state.raw<readonly SavedRun[]>([]);
  /** id of the run that this page evaluated last */
  latest = $state<string | null>(null);
  /** whether the last change is lost when the page is closed, or failed */
  isRefused = $state(false);

  constructor(private readonly saved: SavedRuns) {}

  async refresh(): Promise<void> {
    this.runs = await this.saved.list();
  }

  /** @throws LetheError file/invalid if it has another version */
  report(id: string): Promise<Report | null> {
    return this.saved.report(id);
  }

  /** Resolves with the run's id, even if the browser refuses to store it. */
  async save(report: Report, options: SaveOptions): Promise<string> {
    await this.#change(() => this.saved.save(report, options));
    const id = idOf(report);
    if (!options.isOpened) this.latest = id;
    return id;
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
