/** Two quick metrics: what a variant still knows of the forget set, and how well it speaks otherwise. */
import { nameProbability } from '../evaluate/names';
import { perplexity } from '../evaluate/perplexity';
import type { AdapterVariant } from '../model/adapter-bank';
import type { KeyValue } from '../store/key-value';
import { runSlots } from '../store/run';
import type { RunSettings } from '../methods/settings';
import { measureBinding } from './binding';
import type { JobStream } from './events';
import { isTaken } from './resumable-training';
import type { Workspace } from './workspace';

export interface Measures {
  /** mean probability of the forget set's names where they stand */
  readonly names: number;
  /** everyday text */
  readonly perplexity: number;
}

/** Blocks scored at once. */
const BATCH = 8;

export async function* measure(
  workspace: Workspace,
  variant: AdapterVariant,
  settings: RunSettings,
  store: KeyValue | null,
  signal: AbortSignal,
): JobStream<Measures> {
  const { model, hashes } = workspace.ready('measure');
  yield { kind: 'note', text: 'scoring' };
  const { bank, texts } = await workspace.any(settings);
  const evaluated = { model, bank, variantRef: { variant } };
  const measures = {
    names: await nameProbability(evaluated, texts.aligned, BATCH, signal),
    perplexity: await perplexity(evaluated, texts.heldOut, BATCH, signal),
  };
  if (store && variant !== 'reinforced') {
    const binding = measureBinding(hashes, variant, bank.adapter(variant), settings);
    await isTaken(store, { put: runSlots[variant].put({ binding, ...measures }) });
  }
  return measures;
}
