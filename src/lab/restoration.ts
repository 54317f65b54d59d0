/** Each kept thing of a run, checked against what is loaded. To be called in the order of the stages. */
import { contentHash } from '../base/hash';
import { parseReport } from '../evaluate/report';
import type { FileSource } from '../files/source';
import { adapterLayout } from '../llama/lora';
import type { Adapter } from '../model/adapter-bank';
import type { KeyValue } from '../store/key-value';
import { runSlots, type SavedTraining } from '../store/run';
import { endingOf } from '../store/stored-names';
import type { LabelOverride } from '../unlearn/overrides';
import { parseLabels } from '../unlearn/parse-labels';
import { parseSettings, type RunSettings } from '../methods/settings';
import { labelBinding, measureBinding, trainingBinding } from './binding';
import { reinforcing } from './reinforce';
import type { BeforeAndAfter, InterruptedTraining, Restored, RestoredUnlearning, Steps } from './restored';
import { unlearning, forgettingMonitorOf } from './unlearn';
import { parseProbeHistory } from './probe-history';
import type { Loaded, Run, Workspace } from './workspace';

/** A forgetting monitor that is only asked what was seen. */
const LOOKING = { every: 1, until: null, stopOnCollapse: false };

/** What was measured of it may be missing: the page was closed before. */
type Unmeasured = Omit<RestoredUnlearning, 'compared'> & { readonly compared: BeforeAndAfter | null };

export class Restoration {
  constructor(
    private readonly workspace: Workspace,
    private readonly loaded: Loaded,
    private readonly store: KeyValue,
    private readonly overrides: readonly LabelOverride[],
  ) {}

  async reinforce(): Promise<Restored['reinforce']> {
    const saved = await this.#ofThisModel(runSlots.reinforce.read(this.store));
    const adapter = saved && this.#adapterOf(saved);
    if (!saved || !adapter) return null;
    const run = this.workspace.plan(saved.settings);
    if (saved.binding !== this.#reinforceBinding(run, saved.settings)) return null;
    await this.workspace.begin(Object.assign(run, { reinforced: adapter }));
    await run.bank.set('reinforced', adapter);
    return stepsOf(saved);
  }

  async label(): Promise<Restored['label']> {
    const saved = await this.#ofThisModel(runSlots.label.read(this.store));
    if (!saved) return null;
    const { settings, file, binding } = saved;
    const run = settings.reinforced
      ? this.workspace.matching(settings)?.run
      : await this.workspace.start(settings);
    if (!run || binding !== labelBinding(this.loaded.hashes, run.reinforced, settings)) return null;
    const labels = orNull(() => parseLabels(file, 'labels'));
    if (!labels) return null;
    this.workspace.current('restore', settings).labels = labels;
    return { settings, labels };
  }

  async unlearn(source: FileSource): Promise<Unmeasured | null> {
    const saved = await this.#ofThisModel(runSlots.unlearn.read(this.store));
    const adapter = saved && this.#adapterOf(saved);
    const match = saved && this.workspace.matching(saved.settings);
    if (!saved || !adapter || !match) return null;
    const { run } = match;
    await run.bank.set('unlearned', adapter);
    if (saved.history.length > 0) {
      const monitor = await forgettingMonitorOf(this.workspace, run, source, saved.settings, LOOKING);
      monitor.restore(saved.history);
      run.probeHistory = monitor.report();
    }
    const { ending, steps: of, losses } = saved;
    return {
      ...stepsOf(saved),
      ended: { steps: losses.length, ending: endingOf(ending), of },
      compared: await this.#compared(adapter, saved.settings),
      isCurrent: saved.binding === this.#unlearnBinding(saved.settings, saved.ends),
    };
  }

  async evaluate(): Promise<Restored['evaluate']> {
    const text = await runSlots.report.read(this.store);
    const report = text === null ? null : orNull(() => parseReport(text));
    const { hashes } = this.loaded;
    if (report?.hashes.model !== hashes.model) return null;
    const settings = orNull(() => parseSettings(report.settings));
    const { run } = (settings && this.workspace.matching(settings)) ?? {};
    const unlearned = run?.bank.adapter('unlearned');
    const isCurrent =
      report.hashes.world === hashes.world &&
      report.hashes.unlearned === (unlearned ? contentHash(unlearned.flat) : undefined);
    return { report, isCurrent };
  }

  async broken(): Promise<InterruptedTraining | null> {
    const saved = await this.#ofThisModel(runSlots.checkpoint.read(this.store));
    if (!saved) return null;
    const { stage, settings, ends, steps, state } = saved;
    const binding =
      stage === 'reinforce'
        ? this.#reinforceBinding(this.workspace.plan(settings), settings)
        : this.#unlearnBinding(settings, ends);
    return saved.binding === binding ? { ...stepsOf(saved), stage, step: state.step, steps } : null;
  }

  async #compared(adapter: Adapter, settings: RunSettings): Promise<BeforeAndAfter | null> {
    const measured = async (variant: 'baseline' | 'unlearned') => {
      const saved = await runSlots[variant].read(this.store);
      const asked = variant === 'unlearned' ? adapter : null;
      if (saved?.binding !== measureBinding(this.loaded.hashes, variant, asked, settings)) return null;
      const { names, perplexity } = saved;
      return { names, perplexity };
    };
    const [before, after] = [await measured('baseline'), await measured('unlearned')];
    return before && after ? { before, after } : null;
  }

  #reinforceBinding(run: Run, settings: RunSettings): string {
    return trainingBinding('reinforce', '', this.loaded.hashes, reinforcing(run, settings), settings);
  }

  /** null where there are no labels to train on. */
  #unlearnBinding(settings: RunSettings, ends: string): string | null {
    const match = this.workspace.matching(settings);
    if (!match?.isSame || !match.run.labels) return null;
    const input = unlearning(match.run, settings, this.overrides);
    return trainingBinding('unlearn', ends, this.loaded.hashes, input, settings);
  }

  async #ofThisModel<K extends { readonly model: string }>(reading: Promise<K | null>): Promise<K | null> {
    const saved = await reading;
    return saved?.model === this.loaded.hashes.model ? saved : null;
  }

  /** null if it does not fit the model. */
  #adapterOf({ settings: { lora }, parameters: flat }: SavedTraining): Adapter | null {
    return flat.length === adapterLayout(this.loaded.model.config, lora).size ? { lora, flat } : null;
  }
}

function stepsOf({
  settings,
  losses,
  history,
  seconds,
}: Pick<SavedTraining, 'settings' | 'losses' | 'history' | 'seconds'>): Steps {
  return { settings, losses, probes: parseProbeHistory(history), seconds };
}

/** What was kept may be damaged, or of another version: then there is nothing. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
