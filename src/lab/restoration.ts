/** Each kept thing of a run, checked against what is loaded. To be called in the order of the stages. */
import { contentHash } from '../base/hash';
import { parseReport } from '../evaluate/report';
import type { FileSource } from '../files/source';
import { adapterLayout } from '../llama/lora';
import type { Adapter } from '../model/adapter-bank';
import type { KeyValue } from '../store/key-value';
import { runSlots, type KeptTraining } from '../store/run';
import type { LabelOverride } from '../unlearn/overrides';
import { parseLabels } from '../unlearn/parse-labels';
import { parseSettings, type RunSettings } from '../unlearn/settings';
import { labelBinding, measureBinding, trainingBinding } from './binding';
import { reinforcing } from './reinforce';
import type { BeforeAndAfter, Broken, Restored, RestoredUnlearning, Steps } from './restored';
import { unlearning, watchOf } from './unlearn';
import { parseHistory } from './watch-history';
import type { Loaded, Run, Workspace } from './workspace';

/** A watch that is only asked what was seen. */
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
    const kept = await this.#ofThisModel(runSlots.reinforce.read(this.store));
    const adapter = kept && this.#adapterOf(kept);
    if (!kept || !adapter) return null;
    const run = this.workspace.plan(kept.settings);
    if (kept.binding !== this.#reinforceBinding(run, kept.settings)) return null;
    await this.workspace.begin(Object.assign(run, { reinforced: adapter }));
    await run.bank.set('reinforced', adapter);
    return stepsOf(kept);
  }

  async label(): Promise<Restored['label']> {
    const kept = await this.#ofThisModel(runSlots.label.read(this.store));
    if (!kept) return null;
    const { settings, file, binding } = kept;
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
    const kept = await this.#ofThisModel(runSlots.unlearn.read(this.store));
    const adapter = kept && this.#adapterOf(kept);
    const match = kept && this.workspace.matching(kept.settings);
    if (!kept || !adapter || !match) return null;
    const { run } = match;
    await run.bank.set('unlearned', adapter);
    if (kept.history.length > 0) {
      const watch = await watchOf(this.workspace, run, source, kept.settings, LOOKING);
      watch.restore(kept.history);
      run.seen = watch.report();
    }
    const { ending, steps: of, losses } = kept;
    return {
      ...stepsOf(kept),
      ended: { steps: losses.length, ending, of },
      compared: await this.#compared(adapter, kept.settings),
      isCurrent: kept.binding === this.#unlearnBinding(kept.settings, kept.ends),
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

  async broken(): Promise<Broken | null> {
    const kept = await this.#ofThisModel(runSlots.checkpoint.read(this.store));
    if (!kept) return null;
    const { stage, settings, ends, steps, state } = kept;
    const binding =
      stage === 'reinforce'
        ? this.#reinforceBinding(this.workspace.plan(settings), settings)
        : this.#unlearnBinding(settings, ends);
    return kept.binding === binding ? { ...stepsOf(kept), stage, step: state.step, steps } : null;
  }

  async #compared(adapter: Adapter, settings: RunSettings): Promise<BeforeAndAfter | null> {
    const measured = async (variant: 'baseline' | 'unlearned') => {
      const kept = await runSlots[variant].read(this.store);
      const asked = variant === 'unlearned' ? adapter : null;
      if (kept?.binding !== measureBinding(this.loaded.hashes, variant, asked, settings)) return null;
      const { names, perplexity } = kept;
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
    const kept = await reading;
    return kept?.model === this.loaded.hashes.model ? kept : null;
  }

  /** null if it does not fit the model. */
  #adapterOf({ settings: { lora }, parameters: flat }: KeptTraining): Adapter | null {
    return flat.length === adapterLayout(this.loaded.model.config, lora).size ? { lora, flat } : null;
  }
}

function stepsOf({
  settings,
  losses,
  history,
  seconds,
}: Pick<KeptTraining, 'settings' | 'losses' | 'history' | 'seconds'>): Steps {
  return { settings, losses, probes: parseHistory(history), seconds };
}

/** What was kept may be damaged, or of another version: then there is nothing. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
