/** A model of the Hugging Face Hub, fetched into .cache/hub, from where an earlier run left off. */
import { existsSync, mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fail as failAsFile } from '../../src/files/errors';
import { diskFolder } from '../../src/hub/disk-folder';
import { downloadFiles, missingOf, type DownloadEvent } from '../../src/hub/download';
import { parseHubId, parseMirror } from '../../src/hub/hub-id';
import { modelsIn, type HubModel } from '../../src/hub/models-in';
import { listRepository } from '../../src/hub/repository';
import { explain } from '../../src/base/errors';
import { fail as failToKeep } from '../../src/store/errors';

/** Options beside `--model` that are for a model of the Hub alone. */
export interface HubOptions {
  readonly mirror?: string | undefined;
  readonly file?: string | undefined;
}

export interface HubChoice {
  /** owner/name, or with @revision */
  readonly id: string;
  /** address of a mirror; empty: the Hub itself */
  readonly mirror: string;
  /** a GGUF file of the repository, where it has several; null: the only one */
  readonly file: string | null;
}

/**
 * The model of the Hub that `--model` names; null if it names none. `folder`: where models on disk are looked for.
 * @throws Error that names an option which would be ignored
 */
export function hubChoice(
  model: string | undefined,
  { mirror, file }: HubOptions,
  folder?: string,
): HubChoice | null {
  if (model !== undefined && isHubId(model, folder))
    return { id: model, mirror: mirror ?? '', file: file ?? null };
  for (const [name, value] of Object.entries({ mirror, file }))
    if (value !== undefined)
      throw new Error(`--${name} would be ignored: it is for a --model of the Hub, such as owner/name`);
  return null;
}

const CACHE = '.cache/hub';

/** Whether `--model` names a model of the Hub: nothing of this name is on disk, below `folder`, and it is written like an id. */
export const isHubId = (model: string, folder = '.'): boolean =>
  !existsSync(join(folder, model)) &&
  /^[\w-][\w.-]*\/[\w-][\w.-]*(?:@.+)?$/u.test(model) &&
  !model.endsWith('.gguf');

/**
 * Its path on disk: a folder, or a GGUF file. `cache`: where it is kept.
 * @throws LetheError as `listRepository`, `modelsIn` and `downloadFiles`, model/several, model/no-room
 */
export async function fetchFromHub(
  { id, mirror, file }: HubChoice,
  say: (line: string) => void,
  cache = CACHE,
): Promise<string> {
  const options = { signal: new AbortController().signal };
  const repository = await listRepository(parseHubId(id), parseMirror(mirror), options.signal);
  const model = chosen(await modelsIn(repository, options), file);
  const path = join(cache, repository.repo.replace('/', '--'), repository.commit.slice(0, 12));
  const folder = diskFolder(path);
  const missing = await missingOf(model.files, folder);
  await checkDisk(missing, cache);
  if (missing > 0)
    say(`fetching ${megabytes(missing)} of ${model.title} from ${repository.mirror} into ${path}`);
  const tell = lines(say);
  for await (const event of downloadFiles(repository, model.files, folder, options))
    if (missing > 0 || event.kind === 'waiting') tell(event);
  return resolve(model.isGguf ? join(path, model.title) : path);
}

function chosen(models: readonly [HubModel, ...HubModel[]], file: string | null): HubModel {
  const [first, second] = models;
  const named = models.find(({ title, isGguf }) => isGguf && title === file);
  if (named) return named;
  if (file === null && (!first.isGguf || !second)) return first;
  const files = models.flatMap(({ title, isGguf }) => (isGguf ? [title] : [])).join(', ');
  if (file === null) return failAsFile('model/several', { files: `${files} (--file)` });
  return failAsFile('model/incomplete', { missing: file, found: files === '' ? '–' : files });
}

async function checkDisk(needs: number, cache: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const { bavail, bsize } = await statfs(cache);
  const free = bavail * bsize;
  if (needs > free) failToKeep('model/no-room', { needs: megabytes(needs), free: megabytes(free) });
}

/** Events between two lines. */
const BETWEEN = 50;

/** A line every few seconds, and whenever nothing comes. */
function lines(say: (line: string) => void): (event: DownloadEvent) => void {
  let n = 0;
  return (event) => {
    if (event.kind === 'waiting') {
      say(`${explain(event.error)} Asking again in ${event.seconds} s.`);
      return;
    }
    const { bytes, of, perSecond, secondsLeft } = event;
    if (++n % BETWEEN > 0 && bytes < of) return;
    const rate = perSecond === null ? '' : `, ${megabytes(perSecond)} a second`;
    const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`;
    say(`${megabytes(bytes)} of ${megabytes(of)}${rate}${left}`);
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
