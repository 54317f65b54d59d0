/** Texts laid into one row where they share their beginning (llama/fork.ts), and where to find each again. */
import { TRUNK } from '../llama/fork';

/** One row, all lists of its length. */
export interface Fork {
  readonly ids: readonly number[];
  readonly positions: readonly number[];
  /** TRUNK or the number of its branch from 1 */
  readonly branches: readonly number[];
  /** what should follow each token; −1 where nothing is asked */
  readonly labels: readonly number[];
  /** of each text: the places in the row where its second, third, … last token is predicted */
  readonly places: readonly (readonly number[])[];
}

/** Lays texts of one token or more into a row. A single text is the row itself. */
export function layFork(texts: readonly Int32Array[]): Fork {
  const shared = texts.length === 1 ? (texts[0]?.length ?? 0) : commonStart(texts);
  // The last shared token opens every branch anew, because each branch goes on differently after it.
  const trunk = texts.length === 1 ? shared : Math.max(0, shared - 1);
  const [first = new Int32Array()] = texts;
  const row = Array.from(first.subarray(0, trunk), (id, position) => ({
    id,
    position,
    branch: TRUNK,
    label: first[position + 1] ?? -1,
  }));
  const places = texts.map((text, index) => {
    const start = row.length;
    for (let at = trunk; at < text.length; at++)
      row.push({ id: text[at] ?? 0, position: at, branch: index + 1, label: text[at + 1] ?? -1 });
    return Array.from({ length: text.length - 1 }, (_, at) => (at < trunk ? at : start + at - trunk));
  });
  return {
    ids: row.map(({ id }) => id),
    positions: row.map(({ position }) => position),
    branches: row.map(({ branch }) => branch),
    labels: row.map(({ label }) => label),
    places,
  };
}

function commonStart(texts: readonly Int32Array[]): number {
  const [first = new Int32Array(), ...others] = texts;
  let length = 0;
  while (length < first.length && others.every((text) => text[length] === first[length])) length++;
  return length;
}
