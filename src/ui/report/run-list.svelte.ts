/** The runs that this browser keeps, as the page shows them. */
import type { Report } from '../../evaluate/report';
import { idOf, SavedRuns, type SaveOptions, type SavedRun } from '../../store/saved-runs';
import { projects } from '../projects/projects.svelte';

class RunList {
  /** by number */
  runs = $state.raw<readonly SavedRun[]>([]);
  /** id of what this page evaluated last */
  latest = $state<string | null>(null);
  /** whether the last change holds only until the page is closed, or not at all */
  isRefused = $state(false);

  constructor(private readonly saved: SavedRuns) {}

  async refresh(): Promise<void> {
    this.runs = await this.saved.list();
  }

  /** @throws LetheError file/invalid if it is of another version */
  report(id: string): Promise<Report | null> {
    return this.saved.report(id);
  }

  /** Ends with the run's id, also if the browser refuses to keep it. */
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
      this.isRefused = true; // no reason to lose an evaluation; the page says it beside the table
    }
    await this.refresh();
  }
}

export const runList = new RunList(new SavedRuns(projects.store));
