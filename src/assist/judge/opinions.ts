/** Asks a language model about many items, one question each, in an order that tells nothing. */
import type { LetheError } from '../../base/errors';
import { prng, shuffled } from '../../base/prng';
import { stream } from '../../base/stream';
import type { Answerer } from '../answerer';
import { insist, type Reading } from '../insist';
import { atOnce } from '../../base/pool';
import { Session, type AgainEvent, type Tally } from '../session';
import { fill, type Prompt } from '../template';
import type { Opinion } from './read-verdict';

/** What is asked about. The question contains the values, and nothing else of the item. */
export interface Asked {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

export type JudgingEvent =
  | { readonly kind: 'judging'; readonly done: number; readonly of: number; readonly tally: Tally }
  | AgainEvent;

export interface Opinions<T> {
  /** By item. */
  readonly given: ReadonlyMap<string, Opinion<T>>;
  /** Items about which the model said nothing that can be used. */
  readonly unusable: readonly string[];
  /** Items that were not asked about, because of the failure or because it was stopped. */
  readonly unasked: readonly string[];
  /** What ended it early; null: nothing, or the user. */
  readonly failure: LetheError | null;
  /** The model. */
  readonly by: string;
  readonly tally: Tally;
  readonly seconds: number;
}

/** Tokens of a grade and a short reason. */
const MAX_TOKENS = 300;

/** Never loses an opinion: a failure or a stop ends it early. `seed`: of the order of the questions. */
export function opinionsOn<T>(
  items: readonly Asked[],
  answerer: Answerer,
  {
    prompt,
    seed,
    read,
  }: {
    readonly prompt: Prompt;
    readonly seed: number;
    readonly read: (text: string) => Reading<Opinion<T> | null>;
  },
  signal: AbortSignal,
): AsyncGenerator<JudgingEvent, Opinions<T>> {
  return stream(async (emit) => {
    const session = new Session(answerer, signal, emit);
    const given = new Map<string, Opinion<T>>();
    const unusable = new Set<string>();
    const tell = (): void => {
      const done = given.size + unusable.size;
      emit({ kind: 'judging', done, of: items.length, tally: session.tally });
    };
    tell();
    const failure = await session.untilFailure(() =>
      atOnce(shuffled(prng(seed), items), answerer.atOnce, async ({ id, values }) => {
        signal.throwIfAborted();
        const question = { messages: fill(prompt, values), maxTokens: MAX_TOKENS, isJson: true };
        const tries = await insist(answerer, question, ({ text }) => read(text), signal, session.hear);
        const last = tries.at(-1) ?? null;
        if (last === null) unusable.add(id);
        else given.set(id, last);
        tell();
      }),
    );
    const ids = items.map(({ id }) => id);
    return {
      given,
      unusable: ids.filter((id) => unusable.has(id)),
      unasked: ids.filter((id) => !given.has(id) && !unusable.has(id)),
      ...{ failure, by: answerer.name, tally: session.tally, seconds: session.seconds },
    };
  });
}
