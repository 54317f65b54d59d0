/** The user’s own models in the list of models. */
import { namedBy } from '../../../files/own-files';
import { ownModels } from '../../browser/page-source';
import { askFor } from './ask-for';
import type { OwnModel } from '../../../store/own-models';
import type { CatalogEntry } from '../catalogue';

/** The texts that stand beside an own model, until the user opens a text: the lesson, which has no gold model. */
const WORLD = 'lessons/whos-harry-potter';

const entryOf = ({ title, path, bytes }: OwnModel): CatalogEntry => ({
  title,
  model: path,
  world: WORLD,
  bytes,
});

/** None where the browser keeps nothing. */
export async function ownEntries(): Promise<CatalogEntry[]> {
  const models = await ownModels()
    .list()
    .catch(() => []);
  return models.map(entryOf);
}

/** What the model of the last visit is called, if it is one of the user’s that is no longer among `entries`. */
export function missingModel(path: string | null, entries: readonly CatalogEntry[]): string | null {
  if (path === null || entries.some(({ model }) => model === path)) return null;
  return namedBy(path)?.name ?? null;
}

/**
 * Asks for the permission to read files on disk again, which a browser may drop when the page is closed. Call it while the
 * user is pressing a button; without the permission, reading fails.
 */
export async function askToRead(path: string): Promise<void> {
  const named = namedBy(path);
  if (named) await askFor(await ownModels().handles(named.id));
}
