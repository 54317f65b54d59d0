/** What is in the folder of an ONNX model for transformers.js: for which task, and in which number formats. */
import { parseJson } from '../../base/json';
import { v, validate } from '../../base/schema';
import { CONFIG, TOKENIZER, TOKENIZER_CONFIG } from '../../files/file-names';
import { fail } from '../errors';
import type { PieceMarks } from '../names/surfaces';
import { formatsIn, type Dtype } from './formats';
import type { ModelFiles } from './served';
import type { TabTask } from './tasks';

/** What a model is, as its small files say. */
export interface ModelKind {
  readonly task: TabTask;
  /** most pieces that the model reads, special ones included */
  readonly mostPieces: number;
}

export interface ModelFolder extends ModelKind {
  /** of the folder, to call the model by */
  readonly name: string;
  readonly files: ModelFiles;
  /** smallest first, at least one */
  readonly dtypes: readonly [Dtype, ...Dtype[]];
  /** How its tokenizer writes pieces. */
  readonly marks: PieceMarks;
}

/** A file with its path, the picked folder first. */
export interface PickedFile {
  readonly path: string;
  readonly file: Blob;
}

const configSchema = v.object({
  architectures: v.optional(v.nullable(v.array(v.string()))),
  max_position_embeddings: v.optional(v.nullable(v.number())),
});
const tokenizerSchema = v.object({
  model: v.object({
    type: v.optional(v.nullable(v.string())),
    unk_token: v.optional(v.nullable(v.string())),
    continuing_subword_prefix: v.optional(v.nullable(v.string())),
    unk_id: v.optional(v.nullable(v.number())),
    vocab: v.optional(v.unknown()),
  }),
  decoder: v.optional(v.unknown()),
  pre_tokenizer: v.optional(v.unknown()),
});
const tokenizerConfigSchema = v.object({ model_max_length: v.optional(v.nullable(v.number())) });

/** Positions of a model that does not say how many it has. */
const USUAL = 512;
/** Two positions of RoBERTa’s stand for padding. */
const PADDING = 2;

/** Reads the small files of a folder. @throws LetheError assist/model-folder */
export async function readModelFolder(picked: readonly PickedFile[]): Promise<ModelFolder> {
  const { name, files } = below(picked);
  const kind = await readKind(files);
  const tokenizer = await json(files, TOKENIZER, tokenizerSchema);
  const [first, ...rest] = formatsIn(files);
  if (first === undefined)
    return refuse('weights as onnx/model.onnx, or one of its smaller forms', 'none of them');
  return { name, files, ...kind, dtypes: [first, ...rest], marks: marksOf(tokenizer) };
}

/** Reads config.json, and tokenizer_config.json where there is one. @throws LetheError assist/model-folder */
export async function readKind(files: ModelFiles): Promise<ModelKind> {
  const config = await json(files, CONFIG, configSchema);
  const { model_max_length: length } = files.has(TOKENIZER_CONFIG)
    ? await json(files, TOKENIZER_CONFIG, tokenizerConfigSchema)
    : {};
  const architectures = config.architectures ?? [];
  const task = architectures.some((one) => one.endsWith('ForTokenClassification'))
    ? 'names'
    : architectures.some((one) => one.endsWith('ForCausalLM'))
      ? 'text'
      : refuse(
          'a token classifier or a causal language model',
          architectures.join(', ') || 'no architecture',
        );
  const positions =
    (config.max_position_embeddings ?? USUAL + PADDING) - (isRoberta(architectures) ? PADDING : 0);
  return { task, mostPieces: Math.max(1, Math.min(positions, length ?? Infinity)) };
}

const isRoberta = (architectures: readonly string[]): boolean =>
  architectures.some((one) => /roberta|camembert/iu.test(one));

/** The common folder of all files is the model’s; hidden files do not count. */
function below(picked: readonly PickedFile[]): { name: string; files: ModelFiles } {
  const config = picked
    .filter(({ path }) => path === CONFIG || path.endsWith(`/${CONFIG}`))
    .sort((a, b) => a.path.length - b.path.length)[0];
  if (!config) return refuse(CONFIG, `${picked.length} files without it`);
  const folder = config.path.slice(0, -CONFIG.length);
  return {
    name: folder.split('/').at(-2) ?? 'model',
    files: new Map(
      picked.flatMap(({ path, file }) =>
        path.startsWith(folder) ? [[path.slice(folder.length), file]] : [],
      ),
    ),
  };
}

const MOST_JSON = 64 * 2 ** 20;

async function json<S extends v.GenericSchema>(
  files: ModelFiles,
  path: string,
  schema: S,
): Promise<v.InferOutput<S>> {
  const file = files.get(path);
  if (!file) return refuse(path, 'no such file in the folder');
  if (file.size > MOST_JSON) return refuse(`${path} of at most 64 MiB`, `${file.size} bytes`);
  const value = parseJson(await file.text(), (expected, got) => refuse(`${expected} in ${path}`, got));
  return validate(schema, value, ({ field, expected, got }) =>
    refuse(`${expected} at ${field} of ${path}`, got),
  );
}

function marksOf({
  model,
  decoder,
  pre_tokenizer: before,
}: v.InferOutput<typeof tokenizerSchema>): PieceMarks {
  const isBytes = [decoder, before].some((part) => JSON.stringify(part ?? null).includes('"ByteLevel"'));
  const continuing = model.type === 'WordPiece' || model.continuing_subword_prefix ? (model.continuing_subword_prefix ?? '##') : null; // prettier-ignore
  return { isBytes, continuing: isBytes ? null : continuing, unknown: model.unk_token ?? unknownOf(model) };
}

/** Unigram models name it by its place in the vocabulary. */
function unknownOf({
  unk_id: id,
  vocab,
}: {
  unk_id?: number | null | undefined;
  vocab?: unknown;
}): string | null {
  const entry: unknown = Array.isArray(vocab) && typeof id === 'number' ? vocab[id] : undefined;
  const piece: unknown = Array.isArray(entry) ? entry[0] : undefined;
  return typeof piece === 'string' ? piece : null;
}

const refuse = (expected: string, got: string): never => fail('assist/model-folder', { expected, got });
