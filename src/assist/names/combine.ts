/** The offline draft together with the names that a model found. Every entry keeps who found it, and how certain each was. */
import type { DraftedEntry } from '../../language/draft-dictionary';
import { translationsFor } from '../../language/generic-translations';
import type { TermSource } from '../../text/dictionary';
import { foldTerm } from '../../text/fold';
import type { NamedTerm } from './entities';

/** Terms that any of the two found, or only those that both did. */
export const combinations = ['union', 'intersection'] as const;
export type Combination = (typeof combinations)[number];

export interface SourcedEntry extends DraftedEntry {
  readonly sources: readonly TermSource[];
}

/** The draft without a model, as a source. */
export const OFFLINE = 'offline';
const FINDERS = 2;

/** An entry of the draft as one of several sources. */
export const sourced = (entry: DraftedEntry): SourcedEntry => ({
  ...entry,
  sources: [{ by: OFFLINE, score: entry.certainty }],
});

/** Between the two finders; one that did not find the term counts as 0. */
export const certaintyOfSources = (sources: readonly TermSource[]): number =>
  sources.reduce((sum, { score }) => sum + score, 0) / FINDERS;

/**
 * Most certain first: what both found comes before what only one of them did, and is reviewed after it. Kinds and entities
 * are those of the model.
 */
export function combined(
  offline: readonly DraftedEntry[],
  named: readonly NamedTerm[],
  how: Combination,
  { by, text, seed }: { readonly by: string; readonly text: string; readonly seed: number },
): SourcedEntry[] {
  const drafts = new Map(offline.map((entry) => [foldTerm(entry.term), entry]));
  const models = new Map(named.map((one) => [foldTerm(one.term), one]));
  const keys = [...new Set([...drafts.keys(), ...models.keys()])];
  const found = keys.flatMap((key) => {
    const [draft, model] = [drafts.get(key), models.get(key)];
    const one = draft ?? model;
    if (!one || (how === 'intersection' && !(draft && model))) return [];
    const sources: TermSource[] = [];
    if (draft) sources.push({ by: OFFLINE, score: draft.certainty });
    if (model) sources.push({ by, score: model.score });
    return [
      {
        term: one.term,
        kind: model?.kind ?? one.kind,
        count: Math.max(draft?.count ?? 0, model?.count ?? 0),
        found: draft?.found ?? ('model' as const),
        certainty: certaintyOfSources(sources),
        sources,
        ...(model?.entity === undefined ? {} : { entity: model.entity }),
      },
    ];
  });
  const translations = translationsFor(found, text, seed);
  return found
    .flatMap((one, i): SourcedEntry[] => {
      const drawn = translations[i];
      return drawn ? [{ ...one, translations: drawn, provenance: 'drafted' }] : [];
    })
    .sort((a, b) => b.certainty - a.certainty || b.count - a.count);
}
