/** Number formats of an ONNX model’s weights, and the files that each is in, as transformers.js names them. */
import { entriesOf } from '../../base/records';
import { CONFIG, OPTIONAL, TOKENIZER } from '../../files/file-names';

/** Smallest first, with the ending of the file’s name. */
const endings = { q4f16: '_q4f16', q4: '_q4', q8: '_quantized', fp16: '_fp16', fp32: '' } as const;
export type Dtype = keyof typeof endings;

/** What of a folder or a repository is asked. */
interface Paths {
  has(path: string): boolean;
}

const graphOf = (dtype: Dtype): string => `onnx/model${endings[dtype]}.onnx`;

/** The formats that are there, smallest first. */
export const formatsIn = (paths: Paths): Dtype[] =>
  entriesOf(endings)
    .map(([dtype]) => dtype)
    .filter((dtype) => paths.has(graphOf(dtype)));

/** What of a folder a model in one format needs. */
export const filesFor = (paths: Paths, dtype: Dtype): string[] => [
  ...[CONFIG, ...OPTIONAL, TOKENIZER].filter((path) => paths.has(path)),
  ...weightsOf(paths, dtype),
];

/** What a model in one format is called. */
export const titleOf = (name: string, dtype: Dtype): string => `${name} (${dtype})`;

/** The files of one format: its graph, and its weights where they lie beside it. */
export function weightsOf(paths: Paths, dtype: Dtype): string[] {
  const found = [graphOf(dtype)];
  for (;;) {
    const part = found.length - 1;
    const name = `${graphOf(dtype)}_data${part === 0 ? '' : `_${part}`}`;
    if (!paths.has(name)) return found;
    found.push(name);
  }
}
