/** What a model's folder holds beside its weights, for a copy of the model in Hugging Face's layout. */
import { fail } from './errors';
import { CHAT_TEMPLATE, CONFIG, OPTIONAL, TOKENIZER } from './file-names';
import type { ModelDocuments } from './model-files';
import { part } from './part';
import { ifPresent, readJson, type FileSource } from './source';

const gguf = part(() => import('./gguf/gguf-documents'));

/** Reads them again at `path`, or makes them from the metadata of a GGUF file. @throws LetheError file/missing, file/invalid */
export async function readDocuments(source: FileSource, path: string): Promise<ModelDocuments> {
  if (!path.endsWith('.gguf')) return ofFolder(source, path);
  const { ggufDocuments } = await gguf();
  return ggufDocuments(source, path);
}

async function ofFolder(source: FileSource, folder: string): Promise<ModelDocuments> {
  const at = (name: string): string => `${folder}/${name}`;
  const config = await readJson(source, at(CONFIG));
  if (typeof config !== 'object' || config === null)
    return fail('file/invalid', { path: at(CONFIG), expected: 'a JSON object', got: typeof config });
  const others = new Map([[TOKENIZER, await source.read(at(TOKENIZER))]]);
  for (const name of OPTIONAL) {
    // No request is sent for a file that the models of the page do not have.
    if (name === CHAT_TEMPLATE && source.isHere?.(folder) !== true) continue;
    const bytes = await ifPresent(source.read(at(name)));
    if (bytes) others.set(name, bytes);
  }
  return { config, others };
}
