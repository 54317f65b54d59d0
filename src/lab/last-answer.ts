/** The last answer of equation 1, with the logits it was chosen from: what another α needs. */
import type { Adapter, AdapterBank } from '../model/adapter-bank';
import type { ChooseToken } from '../model/choose';
import type { Model } from '../model/model';
import type { PairCache } from '../model/pair-cache';
import type { Workspace } from './workspace';

interface Generation {
  readonly maxTokens: number;
  /** with the same draws each time */
  readonly chooser: () => ChooseToken;
}

export interface LastAnswer extends Generation {
  readonly model: Model;
  readonly bank: AdapterBank;
  /** that of the reinforced variant; null: none was trained */
  readonly adapter: Adapter | null;
  readonly cache: PairCache;
}

export function lastAnswerOf(
  model: Model,
  bank: AdapterBank,
  cache: PairCache,
  generation: Generation,
): LastAnswer {
  return { model, bank, adapter: bank.adapter('reinforced'), cache, ...generation };
}

/** Whether the models that answered are still the ones of the workspace. */
export function isOfToday({ model, bank, adapter }: LastAnswer, workspace: Workspace): boolean {
  return (
    workspace.ready('answerAt').model === model &&
    workspace.bank(bank) === bank &&
    bank.adapter('reinforced') === adapter
  );
}
