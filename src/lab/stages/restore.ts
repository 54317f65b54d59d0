/**
 * Restores what was saved: variants, labels and metrics of a run of the loaded model.
 * Fingerprints say whether each is up to date. Results of another model stay in the store.
 */
import { v } from '../../base/schema';
import { parseReport } from '../../evaluate/report-file';
import { adapterLayout } from '../../llama/lora';
import { unknownFingerprint, type StageResult } from '../../pipeline/fingerprint';
import type { KeyValue } from '../../store/key-value';
import { runSlots, type SavedUnlearning } from '../../store/run';
import { parseLabels } from '../../unlearn/parse-labels';
import { activity, type LabJob } from '../events';
import { finishReading, finishReinforcing, finishUnlearning } from '../finish-training';
import type { ProbeHistory } from '../forgetting-monitor';
import type { Lab } from '../lab';
import { parseProbeHistory } from '../probe-history';
import type { AdapterStage, Restored, TrainingSteps } from '../restored';
import { takeLabels } from './label';
import { monitorOf, unlearnResult } from './unlearn';

/** A monitor that is only read, for what it measured. */
const NO_STOPPING = { every: 1, until: null, stopOnCollapse: false, sentences: [] };

/** What can still be read of an adapter that was opened, though it may be damaged. */
const openedMark = v.object({ model: v.string(), opened: v.string() });

/** @throws LetheError stage/order before a model is loaded */
export async function* restore(lab: Lab, signal: AbortSignal): LabJob<Restored> {
  const { store, workspace } = lab;
  workspace.ready('restore');
  if (!store)
    return {
      read: null,
      reinforce: null,
      label: null,
      unlearn: null,
      evaluate: null,
      interrupted: null,
      damaged: [],
    };
  yield activity('translating');
  return {
    read: await restoreReading(lab, store),
    reinforce: await restoreReinforce(lab, store),
    label: await restoreLabels(lab, store),
    unlearn: yield* restoreUnlearn(lab, store, signal),
    evaluate: await restoreReport(lab, store),
    interrupted: await restoreCheckpoint(lab, store),
    damaged: await damagedOnes(lab, store),
  };
}

async function restoreReading(lab: Lab, store: KeyValue): Promise<Restored['read']> {
  const saved = await ofThisModel(lab, runSlots.read.read(store));
  if (!saved || !fits(lab, saved)) return null;
  return { ...finishReading(lab.workspace, saved), ...stepsOf(saved) };
}

async function restoreReinforce(lab: Lab, store: KeyValue): Promise<Restored['reinforce']> {
  const saved = await ofThisModel(lab, runSlots.reinforce.read(store));
  if (!saved || !fits(lab, saved)) return null;
  return { ...(await finishReinforcing(lab.workspace, saved)), ...stepsOf(saved) };
}

async function restoreLabels(lab: Lab, store: KeyValue): Promise<Restored['label']> {
  const saved = await ofThisModel(lab, runSlots.label.read(store));
  const labels = saved && orNull(() => parseLabels(saved.file, 'labels'));
  return labels && takeLabels(lab, saved.fingerprint, labels);
}

async function* restoreUnlearn(lab: Lab, store: KeyValue, signal: AbortSignal): LabJob<Restored['unlearn']> {
  const saved = await ofThisModel(lab, runSlots.unlearn.read(store));
  if (!saved || !fits(lab, saved)) return null;
  const made = await finishUnlearning(lab.workspace, saved, await historyOf(lab, saved));
  return { ...(yield* unlearnResult(lab, made, saved, signal)), ...stepsOf(saved) };
}

async function restoreReport(lab: Lab, store: KeyValue): Promise<Restored['evaluate']> {
  const text = await runSlots.report.read(store);
  const report = text === null ? null : orNull(() => parseReport(text));
  if (report?.hashes.model !== lab.workspace.ready('restore').hashes.model) return null;
  const made: StageResult = (await runSlots.evaluate.read(store)) ?? {
    fingerprint: unknownFingerprint,
    id: '',
  };
  return { ...made, report };
}

async function restoreCheckpoint(lab: Lab, store: KeyValue): Promise<Restored['interrupted']> {
  const saved = await ofThisModel(lab, runSlots.checkpoint.read(store));
  if (!saved) return null;
  const { stage, fingerprint, settings, steps, state } = saved;
  return { ...stepsOf(saved), stage, fingerprint, settings, step: state.step, steps };
}

/** Adapters that were opened cannot be trained again, so that a lost one is told. */
async function damagedOnes(lab: Lab, store: KeyValue): Promise<Restored['damaged']> {
  const found: { stage: AdapterStage; name: string }[] = [];
  for (const stage of ['reinforce', 'unlearn'] as const) {
    const raw = v.safeParse(openedMark, await store.get(runSlots[stage].key));
    if (!raw.success || raw.output.model !== lab.workspace.ready('restore').hashes.model) continue;
    const saved = await runSlots[stage].read(store);
    if (!saved || !fits(lab, saved)) found.push({ stage, name: raw.output.opened });
  }
  return found;
}

/** Whether its adapter, if it has one, is of the shape that its settings say. */
function fits(lab: Lab, { parameters, settings }: SavedUnlearning): boolean {
  const { config } = lab.workspace.ready('restore').model;
  return parameters === null || parameters.length === adapterLayout(config, settings.lora).size;
}

async function historyOf(lab: Lab, { settings, history }: SavedUnlearning): Promise<ProbeHistory | null> {
  if (history.length === 0) return null;
  const monitor = await monitorOf(lab, settings, NO_STOPPING);
  monitor.restore(history);
  return monitor.report();
}

/** null if it belongs to another model. */
async function ofThisModel<K extends { readonly model: string }>(
  lab: Lab,
  reading: Promise<K | null>,
): Promise<K | null> {
  const saved = await reading;
  return saved?.model === lab.workspace.ready('restore').hashes.model ? saved : null;
}

function stepsOf({
  losses,
  history,
  seconds,
}: Pick<SavedUnlearning, 'losses' | 'history' | 'seconds'>): TrainingSteps {
  return { losses, probes: parseProbeHistory(history), seconds };
}

/** What `read` returns; null if what was stored is damaged, or of another version. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
