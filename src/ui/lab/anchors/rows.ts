/** Which terms the table shows. */
import type { Dictionary, DictionaryEntry } from '../../../text/dictionary';
import { termKinds, type TermKind, type TermKinds } from '../../../text/dictionary-kinds';
import { foldTerm } from '../../../text/fold';
import type { LintFinding } from '../../../text/dictionary-lint';

/** A kind, terms without one, or those with lint warnings. */
export const rowFilters = ['all', 'warned', ...termKinds, 'other'] as const;
export type RowFilter = (typeof rowFilters)[number];

export interface DictionaryRow {
  readonly entry: DictionaryEntry;
  readonly kind: TermKind | 'other';
  readonly findings: readonly LintFinding[];
}

/** The entries whose term or a translation of it contains `search`, in any case, and that `filter` lets through. */
export function dictionaryRows(
  dictionary: Dictionary,
  kinds: TermKinds,
  findings: ReadonlyMap<string, readonly LintFinding[]>,
  { search, filter }: { readonly search: string; readonly filter: RowFilter },
): DictionaryRow[] {
  const read = (text: string): string => foldTerm(text).toLowerCase();
  const wanted = read(search);
  return dictionary
    .filter(
      ({ term, translations }) =>
        wanted === '' || [term, ...translations].some((text) => read(text).includes(wanted)),
    )
    .map((entry) => ({
      entry,
      kind: kinds.get(entry.term) ?? ('other' as const),
      findings: findings.get(entry.term) ?? [],
    }))
    .filter(({ kind, findings: found }) =>
      filter === 'warned' ? found.length > 0 : filter === 'all' || filter === kind,
    );
}
