/** Generation by equation 1 at a given α: from cached logits as far as these reach, then with the model. */
import type { AdapterBank } from './adapter-bank';
import type { ChooseToken } from './choose';
import { generate, type GenerateSettings } from './generate';
import type { Model } from './model';
import { oddsOf, type Odds } from './odds';
import type { PairCache } from './pair-cache';

export interface PairToken {
  readonly id: number;
  readonly odds: (k: number) => Odds;
}

type PairSettings = Pick<GenerateSettings, 'maxTokens' | 'stopAt' | 'room'> & {
  readonly alpha: number;
  readonly choose: ChooseToken;
};

/** Yields the tokens in groups: first all that need no model, then one by one. */
export async function* continuePair(
  model: Model,
  bank: AdapterBank,
  cache: PairCache,
  { alpha, choose, maxTokens, stopAt, room = 0 }: PairSettings,
  signal?: AbortSignal,
): AsyncGenerator<readonly PairToken[], void> {
  const ids: number[] = [];
  const known: PairToken[] = [];
  const isEnd = (id: number): boolean => stopAt?.includes(id) === true;
  for (let logits = cache.combined(ids, alpha); logits && ids.length < maxTokens;) {
    const row = logits;
    const id = choose(row, 0);
    if (isEnd(id)) {
      if (known.length > 0) yield known;
      return;
    }
    ids.push(id);
    known.push({ id, odds: (k) => oddsOf(row, id, k) });
    logits = cache.combined(ids, alpha);
  }
  if (known.length > 0) yield known;
  if (ids.length >= maxTokens) return;

  // Both variants choose from the same logits, so that the second repeats the choice of the first.
  let logits: Float32Array = new Float32Array();
  let chosen = 0;
  const settings: GenerateSettings = {
    maxTokens: maxTokens - ids.length,
    stopAt,
    room,
    choose: (row, variant) => (variant === 0 ? (chosen = choose(row, 0)) : chosen),
    logitsOf: (variant, rowOf) => {
      if (variant === 0) logits = cache.keep(ids, { baseline: rowOf(0), reinforced: rowOf(1) }, alpha);
      return logits;
    },
  };
  for await (const written of generate(model, bank, cache.sequences(ids), settings, signal)) {
    const [first, second] = written;
    if (!first || !second) return; // one of the texts has filled the context
    ids.push(first.id);
    yield [first];
  }
}
