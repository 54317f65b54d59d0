/** Which of the files that a user picked are a model: a folder as Hugging Face lays it out, or one GGUF file. */
import { smallest } from '../base/extremes';
import { fail } from './errors';
import { CONFIG, INDEX, isGgufName, OPTIONAL, TOKENIZER, WEIGHTS } from './file-names';

/** A file by its name, and the folders above it, as far as they are known. */
export interface PickedFile {
  readonly name: string;
  readonly folders: readonly string[];
}

export interface PickedModel<F extends PickedFile> {
  /** what the model is called: its folder, or its file */
  readonly name: string;
  readonly isGguf: boolean;
  readonly files: readonly F[];
}

/** What a folder is called that the browser does not name. */
const UNNAMED = 'model';

const isWeights = (name: string): boolean => name === INDEX || name.endsWith('.safetensors');

/** @throws LetheError model/incomplete naming what is missing, model/several */
export function modelAmong<F extends PickedFile>(picked: readonly F[]): PickedModel<F> {
  const depth = smallest(picked.map(({ folders }) => folders.length));
  const top = picked.filter(({ folders }) => folders.length === depth);
  const has = (name: string): boolean => top.some((file) => file.name === name);
  const ggufs = top.filter(({ name }) => isGgufName(name));
  const [only] = ggufs;
  if (only && !has(CONFIG)) {
    if (ggufs.length > 1) fail('model/several', { files: listed(ggufs) });
    return { name: only.name.replace(/\.gguf$/iu, '.gguf'), isGguf: true, files: [only] };
  }
  const missing = [
    ...[CONFIG, TOKENIZER].filter((name) => !has(name)),
    ...(has(WEIGHTS) || has(INDEX) ? [] : [WEIGHTS]),
  ];
  if (missing.length > 0) fail('model/incomplete', { missing: missing.join(', '), found: listed(top) });
  const wanted = new Set([CONFIG, TOKENIZER, ...OPTIONAL]);
  return {
    name: (top[0]?.folders.at(-1) ?? UNNAMED).replaceAll('/', ' '),
    isGguf: false,
    files: top.filter(({ name }) => wanted.has(name) || isWeights(name)),
  };
}

/** How many names are listed. */
const MOST = 8;

/** Names for an error. */
export function listed(files: readonly Pick<PickedFile, 'name'>[]): string {
  const names = files.slice(0, MOST).map(({ name }) => name);
  return [...names, ...(files.length > MOST ? ['…'] : [])].join(', ') || '–';
}
