/** Which models for transformers.js a repository holds, and which of its files each needs: one for every number format. */
import { filesFor, formatsIn, titleOf } from '../assist/tab/formats';
import { readKind, type ModelKind } from '../assist/tab/model-folder';
import { CONFIG, TOKENIZER, TOKENIZER_CONFIG } from '../files/file-names';
import { listed } from '../files/picked-model';
import type { TransferOptions } from './download-file';
import { fail } from './errors';
import type { HubModel } from './models-in';
import { readHubFile } from './read-file';
import type { HubPlace, Repository } from './repository';

const EXPECTED = `${CONFIG}, ${TOKENIZER}, and onnx/model.onnx or one of its smaller forms`;

/** Smallest formats first. @throws LetheError hub/no-model */
export function tabModelsIn({ repo, files }: Repository): readonly [HubModel, ...HubModel[]] {
  const byName = new Map(files.map((file) => [file.name, file]));
  const name = repo.split('/').at(-1) ?? repo;
  const isWhole = byName.has(CONFIG) && byName.has(TOKENIZER);
  const [first, ...others] = (isWhole ? formatsIn(byName) : []).map((dtype): HubModel => ({
    title: titleOf(name, dtype),
    isGguf: false,
    files: filesFor(byName, dtype).flatMap((path) => byName.get(path) ?? []),
  }));
  return first
    ? [first, ...others]
    : fail('hub/no-model', { repo, expected: EXPECTED, found: listed(files) });
}

/** What a model is, by its config alone. @throws LetheError assist/model-folder, and as `readHubFile`; the signal’s reason */
export async function tabModelKind(
  place: HubPlace,
  { files }: HubModel,
  options: TransferOptions,
): Promise<ModelKind> {
  const read = new Map<string, Blob>();
  for (const file of files)
    if ([CONFIG, TOKENIZER_CONFIG].includes(file.name))
      read.set(file.name, new Blob([Uint8Array.from(await readHubFile(place, file, options))]));
  return readKind(read);
}
