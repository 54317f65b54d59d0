/** The terms that were drafted or opened for a text, and what the user decided about them, which no later search undoes. */
import { besideDecided } from '../../../assist/draft/beside-decided';
import type { SuggestedEntry } from '../../../assist/draft/suggested-entry';
import { sourced, type SourcedEntry } from '../../../assist/names/combine';
import type { DraftedEntry } from '../../../language/draft-dictionary';
import type { Dictionary } from '../../../text/dictionary';

export type DraftedRow = DraftedEntry | SourcedEntry | SuggestedEntry;

export type Found =
  | { readonly from: 'draft'; readonly entries: readonly DraftedRow[] }
  | { readonly from: 'file'; readonly name: string; readonly dictionary: Dictionary };

export class DraftedTerms {
  found = $state.raw<Found | null>(null);
  /** what was drafted last without a model */
  offline = $state.raw<readonly DraftedEntry[]>([]);
  /** what is kept of what was found */
  kept = $state.raw<Dictionary>([]);
  /** terms that the user removed */
  refused = $state.raw<readonly string[]>([]);
  /** of the file that was opened; null: none was */
  #file: { readonly name: string; readonly dictionary: Dictionary } | null = null;
  /** what a language model suggested and the user added */
  #added: readonly SuggestedEntry[] = [];
  /** the draft with what a search for names found; null: there was none */
  #named: readonly SourcedEntry[] | null = null;

  /** `ondictionary`: called with what is kept, whenever it changes */
  constructor(private readonly ondictionary: (dictionary: Dictionary) => void) {}

  /** A draft begins: nothing is decided about its terms. */
  restart(): void {
    [this.refused, this.#added, this.#named, this.#file] = [[], [], null, null];
  }

  drafted(entries: readonly DraftedEntry[]): void {
    this.offline = entries;
    this.#show();
  }

  /** A file takes the place of the draft. */
  opened(name: string, dictionary: Dictionary): void {
    this.restart();
    this.#file = { name, dictionary };
    this.#show();
  }

  /** Adds what a language model suggested. */
  readonly add = (entries: readonly SuggestedEntry[]): void => {
    this.#added = besideDecided(this.#added, entries);
    this.#show();
  };

  /** Takes what a search for names found, in place of what the last one did. */
  readonly named = (entries: readonly SourcedEntry[]): void => {
    this.#named = entries;
    this.#show();
  };

  /** Keeps these of `rows`; the others do not come back. */
  keep(rows: readonly DraftedRow[], dictionary: Dictionary): void {
    const terms = dictionary.map(({ term }) => term);
    const before = this.refused.filter((term) => !terms.includes(term));
    const removed = rows.map(({ term }) => term).filter((term) => !terms.includes(term));
    this.refused = [...before, ...removed.filter((term) => !before.includes(term))];
    this.#use(dictionary);
  }

  #show(): void {
    const added = besideDecided([], this.#added, this.refused);
    if (this.#file) {
      const { name, dictionary: own } = this.#file;
      const dictionary = besideDecided(besideDecided(own, added), this.#named ?? [], this.refused);
      this.found = { from: 'file', name, dictionary };
      this.#use(dictionary);
      return;
    }
    // Beside entries of models, those of the draft say where they come from, too.
    const drafted = this.#named ?? (added.length > 0 ? this.offline.map(sourced) : this.offline);
    const others = besideDecided([], drafted, [...this.refused, ...added.map(({ term }) => term)]);
    const entries = [...others, ...added];
    this.found = { from: 'draft', entries };
    this.#use(entries);
  }

  #use(dictionary: Dictionary): void {
    this.kept = dictionary;
    this.ondictionary(dictionary);
  }
}
