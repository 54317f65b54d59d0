/** Answers as text while they are generated, token by token. */
import type { Tokenizer } from '../files/tokenizer';
import { tokenLabel } from '../text/token-labels';
import type { Odds } from '../model/odds';
import type { WriteEvent, WrittenToken } from './events';

/** Likeliest tokens reported with every generated one. */
const LIKELIEST = 5;

interface NewToken {
  readonly id: number;
  readonly odds: (k: number) => Odds;
}

export class Transcript {
  readonly #ids = new Map<number, number[]>();
  readonly #texts = new Map<number, string>();

  constructor(private readonly tokenizer: Pick<Tokenizer, 'decode' | 'tokenText' | 'tokenBytes'>) {}

  /** Adds a token to the answer `row`. */
  add(row: number, one: NewToken): WriteEvent['written'][number] {
    const ids = [...(this.#ids.get(row) ?? []), one.id];
    const text = this.tokenizer.decode(ids);
    this.#ids.set(row, ids);
    this.#texts.set(row, text);
    return { row, text, token: this.#told(one) };
  }

  /** An answer so far. */
  text(row: number): string {
    return this.#texts.get(row) ?? '';
  }

  #told({ id, odds }: NewToken): WrittenToken {
    const { probability, top } = odds(LIKELIEST);
    const text = (one: number): string => tokenLabel(this.tokenizer, one);
    return {
      text: text(id),
      probability,
      top: top.map((one) => ({ text: text(one.id), probability: one.probability })),
    };
  }
}
