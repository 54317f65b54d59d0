/** A model of the Hugging Face Hub: what it is, before its weights come, and how it becomes an own model. */
import { hostOf } from '../../../base/address';
import { parseJson } from '../../../base/json';
import { CONFIG, GENERATION } from '../../../files/file-names';
import { configOfGguf } from '../../../files/load-model-files';
import type { DownloadEvent } from '../../../hub/download';
import { fail } from '../../../hub/errors';
import { parseHubId, parseMirror } from '../../../hub/hub-id';
import { modelsIn, type HubModel } from '../../../hub/models-in';
import { hubRangedFile, readHubFile } from '../../../hub/read-file';
import { listRepository, type HubPlace, type Repository } from '../../../hub/repository';
import type { Unfinished } from '../../../hub/unfinished';
import { parseConfig, type LlamaConfig } from '../../../llama/config';
import type { OwnModel } from '../../../store/own-models';
import type { HubShelf } from '../../browser/hub-shelf';
import { downloadAndKeep } from './hub-download';
import { inspect } from './inspect';
import type { RunSettings } from '../../../methods/settings';
import { factsOf, type ModelFacts } from './model-facts';

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

/** Downloads a model, or the rest of it, and keeps it as an own model. @throws LetheError as `downloadAndKeep` and `inspect` */
export const fetchFromHub = (
  shelf: HubShelf<OwnModel>,
  one: Unfinished,
  settings: RunSettings,
  signal: AbortSignal,
): AsyncGenerator<DownloadEvent, OwnModel> =>
  downloadAndKeep(shelf, one, (picked) => inspect(picked, settings), signal);
