/** Texts laid into rows, a beginning that they share once (llama/fork.ts), and where to find each again. */

/** One token of a row. */
export interface Laid {
  readonly id: number;
  readonly position: number;
  /** the token's own stretch, and the one it goes on from */
  readonly stretch: number;
  readonly parent: number;
  /** what should follow; −1 where nothing is asked */
  readonly label: number;
}

/** Where the tokens of a text stand in its row, first to last. */
export type Places = readonly number[];

/** Texts that are read together. */
export interface Fork {
  readonly tokens: readonly Laid[];
  readonly places: readonly Places[];
}

/** Lays texts of one token or more one after another, their common beginning first. */
export function layFork(texts: readonly Int32Array[]): Fork {
  const [first = new Int32Array()] = texts;
  // The last shared token opens every branch anew, because each branch goes on differently after it.
  const trunk = texts.length === 1 ? first.length : Math.max(0, commonStart(texts) - 1);
  const token = (text: Int32Array, position: number, stretch: number): Laid => ({
    id: text[position] ?? 0,
    position,
    stretch,
    parent: 0,
    label: text[position + 1] ?? -1,
  });
  const tokens = Array.from({ length: trunk }, (_, position) => token(first, position, 0));
  const places = texts.map((text, index) => {
    const start = tokens.length - trunk;
    for (let at = trunk; at < text.length; at++) tokens.push(token(text, at, index + 1));
    return Array.from(text, (_, at) => (at < trunk ? at : start + at));
  });
  return { tokens, places };
}

/** A row of several forks, with each fork's places in it. */
export interface Row {
  readonly tokens: readonly Laid[];
  readonly forks: readonly (readonly Places[])[];
}

/** Forks one after another in rows of at most `length` tokens. @throws RangeError if a fork is longer */
export function fillRows(forks: readonly Fork[], length: number): Row[] {
  const rows: { tokens: Laid[]; forks: (readonly Places[])[]; stretches: number }[] = [];
  for (const { tokens, places } of forks) {
    if (tokens.length > length)
      throw new RangeError(`expected at most ${length} tokens, got ${tokens.length}`);
    let row = rows.at(-1);
    if (!row || row.tokens.length + tokens.length > length) {
      row = { tokens: [], forks: [], stretches: 0 };
      rows.push(row);
    }
    const [start, before] = [row.tokens.length, row.stretches];
    for (const one of tokens)
      row.tokens.push({ ...one, stretch: before + one.stretch, parent: before + one.parent });
    row.forks.push(places.map((text) => text.map((at) => start + at)));
    row.stretches += places.length + 1;
  }
  return rows;
}

function commonStart(texts: readonly Int32Array[]): number {
  const [first = new Int32Array(), ...others] = texts;
  let length = 0;
  while (length < first.length && others.every((text) => text[length] === first[length])) length++;
  return length;
}
