/** What is read from one file, and whom its unnamed answers are by. */
import type { Imported } from '../../../review/exchange/imported';

/** Names of files that say nothing of a person: doccano’s for all of them, and ours. */
const NOBODY = /^(all|unknown|export|data|dataset|labels?|annotations?|results?|untitled)$|\.doccano-/i;

/**
 * The annotator of answers that name none: doccano puts each person’s into a file of their name. `importer` if the name
 * of the file is a general one.
 */
export function annotatorOf(fileName: string, importer: string): string {
  const stem = fileName.replace(/\.[^.]+$/, '').replace(/ ?\(\d+\)$/, '').trim(); // prettier-ignore
  return stem === '' || NOBODY.test(stem) ? importer : stem;
}

/** One line of the summary of an import. */
export interface Unused {
  readonly where: string;
  readonly reason?: Imported<unknown, unknown>['rejected'][number]['reason'];
  readonly detail: string;
}

/** What an import did not use, by why. */
export type UnusedLists = Readonly<Record<'rejected' | 'untouched' | 'cancelled', readonly Unused[]>>;

export function unusedOf({
  rejected,
  skipped = [],
}: Pick<Imported<unknown, unknown>, 'rejected' | 'skipped'>): UnusedLists {
  const places = (wanted: 'untouched' | 'cancelled'): Unused[] =>
    skipped.filter(({ why }) => why === wanted).map(({ where }) => ({ where, detail: '' }));
  return { rejected, untouched: places('untouched'), cancelled: places('cancelled') };
}
