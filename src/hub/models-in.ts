/** Which models a repository holds, and which of its files each needs: a folder of safetensors, or any of its GGUF files. */
import { hostOf } from '../base/address';
import { parseJson } from '../base/json';
import { fail as failAsFile } from '../files/errors';
import { CONFIG, INDEX, isGgufName, OPTIONAL, TOKENIZER, WEIGHTS } from '../files/file-names';
import { checkShard, parseIndex } from '../files/open-weights';
import { listed } from '../files/picked-model';
import type { TransferOptions } from './download-file';
import { fail } from './errors';
import { readHubFile } from './read-file';
import type { HubFile, Repository } from './repository';

export interface HubModel {
  /** the name of the repository, or of the file */
  readonly title: string;
  readonly isGguf: boolean;
  readonly files: readonly HubFile[];
}

/** A GGUF file that is one of several, and of no use alone. */
const PART = /-\d{5}-of-\d{5}\.gguf$/iu;

/**
 * Safetensors first, then GGUF files from the smallest. Of models in several files, the index is read.
 * @throws LetheError hub/no-model, model/incomplete, hub/answer, and as `readHubFile`
 */
export async function modelsIn(
  repository: Repository,
  options: TransferOptions,
): Promise<readonly [HubModel, ...HubModel[]]> {
  const { repo, files } = repository;
  const top = files.filter(({ name }) => !name.includes('/'));
  const ggufs = top
    .filter(({ name }) => isGgufName(name) && !PART.test(name))
    .sort((a, b) => a.bytes - b.bytes)
    .map((file): HubModel => ({ title: file.name, isGguf: true, files: [file] }));
  const folder = await folderModel(repository, top, options);
  const [first, ...others] = [...(folder ? [folder] : []), ...ggufs];
  if (first) return [first, ...others];
  return fail('hub/no-model', {
    repo,
    expected: `${CONFIG}, ${TOKENIZER} and ${WEIGHTS}, or a GGUF file in one part`,
    found: listed(top),
  });
}

/** null: there is none */
async function folderModel(
  repository: Repository,
  top: readonly HubFile[],
  options: TransferOptions,
): Promise<HubModel | null> {
  const at = (name: string): HubFile[] => top.filter((file) => file.name === name);
  const [[config], [tokenizer], [whole], [index]] = [at(CONFIG), at(TOKENIZER), at(WEIGHTS), at(INDEX)];
  if (!config || !tokenizer) return null;
  const weights = whole ? [whole] : index && [index, ...(await shards(repository, top, index, options))];
  if (!weights) return null;
  const title = repository.repo.split('/').at(-1) ?? repository.repo;
  return { title, isGguf: false, files: [config, ...OPTIONAL.flatMap(at), tokenizer, ...weights] };
}

async function shards(
  repository: Repository,
  top: readonly HubFile[],
  index: HubFile,
  options: TransferOptions,
): Promise<HubFile[]> {
  const refuse = (expected: string, got: string): never =>
    fail('hub/answer', { host: hostOf(repository.mirror), expected: `${INDEX} with ${expected}`, got });
  const text = new TextDecoder().decode(await readHubFile(repository, index, options));
  const names = new Set(parseIndex(parseJson(text, refuse), refuse).values());
  return [...names].sort().map((name) => {
    checkShard(name, refuse);
    return (
      top.find((file) => file.name === name) ??
      failAsFile('model/incomplete', { missing: name, found: listed(top) })
    );
  });
}
