/** Names that spans bear in another tool: found in a file, and which of them mean an anchor term. */
import { ANCHOR, kindOfLabel } from './spans';

/** The control and the label of a span. */
export interface SpanName {
  /** null in formats without controls. */
  readonly control: string | null;
  readonly label: string;
}

/** What a person says of a file’s names: spans of this control with one of these labels are anchor terms. */
export interface SpanMapping {
  readonly control: string | null;
  readonly labels: readonly string[];
}

export interface CountedName extends SpanName {
  readonly count: number;
}

/** Counts the names of a file’s spans. */
export class SpanNames {
  readonly #counts = new Map<string, CountedName>();
  readonly #control: string | null;

  /** `control`: that of our own labelling interface. */
  constructor(control: string | null) {
    this.#control = control;
  }

  add({ control, label }: SpanName): void {
    const key = JSON.stringify([control, label]);
    this.#counts.set(key, { control, label, count: (this.#counts.get(key)?.count ?? 0) + 1 });
  }

  /** All names, the most frequent first, if some of them are not ours; null if all are. */
  unmapped(): readonly CountedName[] | null {
    const names = [...this.#counts.values()];
    return names.every((name) => this.#isOurs(name)) ? null : names.sort((a, b) => b.count - a.count);
  }

  #isOurs({ control, label }: SpanName): boolean {
    return control === this.#control && kindOfLabel(label) !== undefined;
  }
}

/** A label as we call it; null if, by the mapping, it does not mean an anchor term. */
export function meantLabel(label: string, { labels }: SpanMapping): string | null {
  if (!labels.includes(label)) return null;
  return kindOfLabel(label) === undefined ? ANCHOR : label;
}
