/** A model with an adapter added to its weights, as a folder in Hugging Face's layout. */
import type { ModelDocuments, ModelFiles } from '../files/model-files';
import type { Adapter } from '../model/adapter-bank';
import { mergerOf } from '../model/merge';
import { weightShapes } from '../llama/weights';
import { bytesFile, jsonFile, type ExportedFile } from './exported-file';
import { tensorsFile, type FloatType, type LaterTensor } from './tensors-file';

/** The weights are computed one at a time. In `folder`, which ends without a slash. */
export function modelFiles(
  folder: string,
  { config, weights }: Pick<ModelFiles, 'config' | 'weights'>,
  documents: ModelDocuments,
  adapter: Adapter | null,
  dtype: FloatType,
): ExportedFile[] {
  const merged = adapter ? mergerOf(config, adapter) : null;
  const tensors = new Map<string, LaterTensor>();
  for (const [name, shape] of weightShapes(config)) {
    const data = (): Float32Array => {
      const weight = weights.get(name);
      if (!weight) throw new RangeError(`the loaded model has no weight "${name}"`);
      return (merged ? merged(name, weight) : weight).data;
    };
    tensors.set(name, { shape, data });
  }
  return [
    jsonFile(`${folder}/config.json`, configJson(documents.config, dtype)),
    ...[...documents.others].map(([name, bytes]) => bytesFile(`${folder}/${name}`, bytes)),
    tensorsFile(`${folder}/model.safetensors`, tensors, dtype),
  ];
}

/** config.json with the type of the weights that are written. */
function configJson(config: object, dtype: FloatType): object {
  const { dtype: _, ...rest } = config as { readonly dtype?: unknown; readonly model_type?: unknown };
  const type = String(rest.model_type);
  return {
    architectures: [`${type.slice(0, 1).toUpperCase()}${type.slice(1)}ForCausalLM`],
    ...rest,
    torch_dtype: dtype === 'F32' ? 'float32' : 'float16',
  };
}
