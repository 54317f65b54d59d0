/** Drafts a dictionary with a language model: passage by passage, merged, and made consistent in a second pass. */
import type { LetheError } from '../../base/errors';
import { stream } from '../../base/stream';
import type { Answerer } from '../answerer';
import { atOnce } from '../../base/pool';
import { Session, type AgainEvent, type Tally } from '../session';
import type { Prompt } from '../template';
import { askTerms, type Asking, type PortionDraft } from './ask-terms';
import { makeConsistent, type Consistent } from './make-consistent';
import { mergeSuggestions, type Merged } from './merge-suggestions';
import { portionsOf, type Portion } from './portions';
import type { Position } from './positions';
import type { Rejected } from './read-terms';

/** Most characters of a portion, unless another number is given. */
export const LONGEST_PORTION = 3000;

export interface DraftingSettings {
  readonly draftPrompt: Prompt;
  /** null: no second pass. */
  readonly consistencyPrompt: Prompt | null;
  /** Most characters of a portion. Default: LONGEST_PORTION */
  readonly longest?: number;
  /** Most tokens of one answer. Default: 2048 */
  readonly maxTokens?: number;
}

export type DraftingEvent =
  | {
      readonly kind: 'drafting';
      readonly pass: 'passages' | 'consistency';
      readonly done: number;
      readonly of: number;
      /** terms so far */
      readonly terms: number;
      readonly tally: Tally;
    }
  | AgainEvent;

export interface ModelDraft extends Pick<Merged, 'entries' | 'covered' | 'untranslated'> {
  readonly rejected: readonly (Rejected & { readonly passage: number | null })[];
  /** Positions that were not exact: corrected, or nowhere. */
  readonly moved: readonly (Position & { readonly passage: number })[];
  /** Positions that were exact. */
  readonly exact: number;
  /** Terms that the second pass changed. */
  readonly changed: Consistent['changed'];
  /** Portions of the text that were not asked about, because of the failure or because it was stopped. */
  readonly unasked: number;
  /** What ended it early; null: nothing, or the user. */
  readonly failure: LetheError | null;
  readonly tally: Tally;
  readonly seconds: number;
}

/** Never loses what was answered: a failure or a stop ends it early, with the draft so far. */
export function draftWithModel(
  passages: readonly string[],
  answerer: Answerer,
  settings: DraftingSettings,
  signal: AbortSignal,
): AsyncGenerator<DraftingEvent, ModelDraft> {
  return stream((emit) => new Drafting(passages, answerer, settings, signal, emit).run());
}

class Drafting {
  readonly #portions: readonly Portion[];
  readonly #drafts: (readonly PortionDraft[])[] = [];
  readonly #session: Session;
  #done = 0;

  constructor(
    passages: readonly string[],
    answerer: Answerer,
    private readonly settings: DraftingSettings,
    signal: AbortSignal,
    private readonly emit: (event: DraftingEvent) => void,
  ) {
    this.#portions = passages.flatMap((text, i) => portionsOf(i, text, settings.longest ?? LONGEST_PORTION));
    this.#session = new Session(answerer, signal, emit);
  }

  async run(): Promise<ModelDraft> {
    const session = this.#session;
    let failure = await session.untilFailure(() => this.#askAll());
    const drafts = this.#drafts.flat();
    const merged = mergeSuggestions(
      drafts.map(({ portion, terms }) => ({ text: portion.text, terms })),
      session.answerer.name,
    );
    let consistent: Consistent = { entries: merged.entries, changed: [], rejected: [] };
    const prompt = this.settings.consistencyPrompt;
    if (failure === null && prompt && merged.entries.length > 1 && !session.signal.aborted)
      failure = await session.untilFailure(async () => {
        this.#tell('consistency', 0, 1, merged.entries.length);
        consistent = await makeConsistent(merged.entries, { ...this.#asking(), prompt });
      });
    const positions = drafts.flatMap(({ portion, positions }) =>
      positions.map((one) => ({ ...one, passage: portion.passage })),
    );
    const rejected = drafts.flatMap((draft) =>
      draft.rejected.map((one) => ({ ...one, passage: draft.portion.passage })),
    );
    return {
      ...merged,
      entries: consistent.entries,
      rejected: [...rejected, ...consistent.rejected.map((one) => ({ ...one, passage: null }))],
      moved: positions.filter(({ said, found }) => said !== found),
      exact: positions.filter(({ said, found }) => said === found).length,
      changed: consistent.changed,
      unasked: this.#portions.length - this.#done,
      failure,
      tally: session.tally,
      seconds: session.seconds,
    };
  }

  #askAll(): Promise<void> {
    const { answerer, signal } = this.#session;
    const asking = { ...this.#asking(), prompt: this.settings.draftPrompt };
    this.#tell('passages', 0, this.#portions.length, 0);
    return atOnce(this.#portions, answerer.atOnce, async (portion, i) => {
      signal.throwIfAborted();
      this.#drafts[i] = await askTerms(portion, asking);
      this.#done += 1;
      const terms = new Set(this.#drafts.flat().flatMap((one) => one.terms.map(({ term }) => term)));
      this.#tell('passages', this.#done, this.#portions.length, terms.size);
    });
  }

  #asking(): Omit<Asking, 'prompt'> {
    const { answerer, signal, hear } = this.#session;
    return { answerer, signal, hear, maxTokens: this.settings.maxTokens ?? 2048 };
  }

  #tell(pass: 'passages' | 'consistency', done: number, of: number, terms: number): void {
    this.emit({ kind: 'drafting', pass, done, of, terms, tally: this.#session.tally });
  }
}
