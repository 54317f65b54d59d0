/** A model of the Hugging Face Hub: what it is, before its weights come, and how it becomes an own model. */
import { hostOf } from '../../../base/address';
import { parseJson } from '../../../base/json';
import { CONFIG, GENERATION } from '../../../files/file-names';
import { configOfGguf } from '../../../files/load-model-files';
import { downloadFiles, missingOf, type DownloadEvent } from '../../../hub/download';
import { fail } from '../../../hub/errors';
import { parseHubId, parseMirror } from '../../../hub/hub-id';
import { modelsIn, type HubModel } from '../../../hub/models-in';
import { hubRangedFile, readHubFile } from '../../../hub/read-file';
import { listRepository, type HubPlace, type Repository } from '../../../hub/repository';
import { keyOf, type Unfinished } from '../../../hub/unfinished';
import { parseConfig, type LlamaConfig } from '../../../llama/config';
import { take } from '../../../store/project-lock';
import type { OwnModel } from '../../../store/own-models';
import type { HubShelf } from '../../browser/hub-shelf';
import { inspect } from './inspect';
import type { RunSettings } from '../../../methods/settings';
import { factsOf, type ModelFacts } from './model-facts';
import { askToPersist, checkRoom } from './room';

export interface OnHub {
  readonly place: Repository;
  readonly models: readonly [HubModel, ...HubModel[]];
}

/** What a repository has. @throws LetheError as `parseHubId`, `parseMirror`, `listRepository`, `modelsIn`; the signal's reason */
export async function lookOnHub(id: string, mirror: string, signal: AbortSignal): Promise<OnHub> {
  const place = await listRepository(parseHubId(id), parseMirror(mirror), signal);
  return { place, models: await modelsIn(place, { signal }) };
}

/**
 * What a model is, and what it would take here, from its config alone, or from the beginning of its GGUF file.
 * @throws LetheError config/unsupported, file/invalid, and as `readHubFile`; the signal's reason
 */
export async function factsOnHub(
  place: HubPlace,
  model: HubModel,
  settings: RunSettings,
  signal: AbortSignal,
): Promise<ModelFacts> {
  return factsOf(await configOf(place, model, signal), settings);
}

async function configOf(
  place: HubPlace,
  { title, isGguf, files }: HubModel,
  signal: AbortSignal,
): Promise<LlamaConfig> {
  const [first] = files;
  if (isGguf && first) return configOfGguf(hubRangedFile(place, first, signal), title);
  const read = async (name: string): Promise<unknown> => {
    const file = files.find((one) => one.name === name);
    if (!file) return null;
    const text = new TextDecoder().decode(await readHubFile(place, file, { signal }));
    return parseJson(text, (expected, got) =>
      fail('hub/answer', { host: hostOf(place.mirror), expected: `${name} to be ${expected}`, got }),
    );
  };
  return parseConfig(await read(CONFIG), await read(GENERATION));
}

/**
 * Downloads a model, or the rest of it, and keeps it as an own model: before that, nothing can use it.
 * @throws LetheError model/no-room before anything comes, hub/elsewhere, and as `downloadFiles` and `inspect`; the signal's
 * reason. What came is kept, and the same call goes on with it.
 */
export async function* fetchFromHub(
  shelf: HubShelf,
  one: Unfinished,
  settings: RunSettings,
  signal: AbortSignal,
): AsyncGenerator<DownloadEvent, OwnModel> {
  const missing = await missingOf(one.files, shelf.folder(one.id));
  await checkRoom(missing);
  const release = await locked(shelf, one);
  try {
    // Where nothing is missing, its files may be those of a model that is kept, and are not to be deleted as unfinished.
    if (missing > 0) await shelf.unfinished.put(one);
    return yield* fetchLocked(shelf, one, settings, signal);
  } finally {
    release();
  }
}

/** Deletes what came of a download. @throws LetheError hub/elsewhere */
export async function removeDownload(shelf: HubShelf, one: Unfinished): Promise<void> {
  const release = await locked(shelf, one);
  try {
    await shelf.unfinished.forget(one);
    await shelf.folder(one.id).clear();
  } finally {
    release();
  }
}

/** Keeps other tabs from a download until the result is called. @throws LetheError hub/elsewhere */
async function locked(shelf: HubShelf, { id, title }: Unfinished): Promise<() => void> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  if (!(await take(shelf.lockOf(id), shelf.locks, held))) fail('hub/elsewhere', { title });
  return release;
}

async function* fetchLocked(
  shelf: HubShelf,
  one: Unfinished,
  settings: RunSettings,
  signal: AbortSignal,
): AsyncGenerator<DownloadEvent, OwnModel> {
  const folder = shelf.folder(one.id);
  await askToPersist();
  yield* downloadFiles(one, one.files, folder, { signal });
  const picked = await Promise.all(
    one.files.map(async ({ name }) => ({
      name,
      folders: [one.title],
      file: (await folder.file(name)) ?? new Blob(),
      pieces: { folder: one.id, name },
    })),
  );
  const { model, files } = await inspect(picked, settings);
  const origin = { repo: one.repo, revision: one.revision, commit: one.commit };
  const kept = { ...model, origin };
  // In one change: its files are the model's from then on, and to delete the download would delete them.
  await shelf.models.add(kept, files, { signal, remove: [keyOf(one)] });
  return kept;
}
