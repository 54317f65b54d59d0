/** Packs texts into rows, with shared prefixes only once (llama/packed-sequence.ts), and records where each token is. */

/** One token of a row. */
export interface PackedToken {
  readonly id: number;
  readonly position: number;
  /** the token's segment, and the segment that it continues */
  readonly segment: number;
  readonly prefix: number;
  /** the token that should follow; −1: none is scored */
  readonly label: number;
}

/** The indices in its row of a text's tokens, in order. */
export type Places = readonly number[];

/** Texts with one shared prefix, which is stored once. */
export interface PrefixGroup {
  readonly tokens: readonly PackedToken[];
  readonly places: readonly Places[];
}

/** Packs texts of one token or more, their shared prefix first. */
export function packGroup(texts: readonly Int32Array[]): PrefixGroup {
  const [first = new Int32Array()] = texts;
  // The last shared token is repeated at the start of every segment, because its next token differs.
  const shared = texts.length === 1 ? first.length : Math.max(0, commonStart(texts) - 1);
  const token = (text: Int32Array, position: number, segment: number): PackedToken => ({
    id: text[position] ?? 0,
    position,
    segment,
    prefix: 0,
    label: text[position + 1] ?? -1,
  });
  const tokens = Array.from({ length: shared }, (_, position) => token(first, position, 0));
  const places = texts.map((text, index) => {
    const start = tokens.length - shared;
    for (let at = shared; at < text.length; at++) tokens.push(token(text, at, index + 1));
    return Array.from(text, (_, at) => (at < shared ? at : start + at));
  });
  return { tokens, places };
}

/** A row of several groups, with the indices of each text. */
export interface PackedRow {
  readonly tokens: readonly PackedToken[];
  readonly groups: readonly (readonly Places[])[];
}

/** Groups one after another in rows of at most `length` tokens. @throws RangeError if a group is longer */
export function packRows(groups: readonly PrefixGroup[], length: number): PackedRow[] {
  const rows: { tokens: PackedToken[]; groups: (readonly Places[])[]; segments: number }[] = [];
  for (const { tokens, places } of groups) {
    if (tokens.length > length)
      throw new RangeError(`expected at most ${length} tokens, got ${tokens.length}`);
    let row = rows.at(-1);
    if (!row || row.tokens.length + tokens.length > length) {
      row = { tokens: [], groups: [], segments: 0 };
      rows.push(row);
    }
    const [start, before] = [row.tokens.length, row.segments];
    for (const one of tokens)
      row.tokens.push({ ...one, segment: before + one.segment, prefix: before + one.prefix });
    row.groups.push(places.map((text) => text.map((at) => start + at)));
    row.segments += places.length + 1;
  }
  return rows;
}

/** How many tokens all texts share at their start. */
export function commonStart(texts: readonly Int32Array[]): number {
  const [first = new Int32Array(), ...others] = texts;
  let length = 0;
  while (length < first.length && others.every((text) => text[length] === first[length])) length++;
  return length;
}
