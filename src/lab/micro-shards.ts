/** The weights of the micro model in two shards with an index, for tests: the same numbers, in F32 and in F64. */
import { writeSafetensors } from '../files/safetensors';
import { writeContainer, type StoredTensor } from '../files/tensor-container';
import { microConfig, microWeights } from '../model/micro';

const names = ['model-00001-of-00002.safetensors', 'model-00002-of-00002.safetensors'] as const;
const all = [...microWeights(microConfig)];
const [first, second] = [all.slice(0, all.length / 2), all.slice(all.length / 2)];
const inF64 = second.map(([name, { shape, data }]): [string, StoredTensor] => [
  name,
  { dtype: 'F64', shape, data: Float64Array.from(data) },
]);

/** In place of m/model.safetensors, which is absent. */
export const microShards: Readonly<Record<string, unknown>> = {
  'm/model.safetensors': undefined,
  'm/model.safetensors.index.json': {
    metadata: { total_size: 0 },
    weight_map: Object.fromEntries([
      ...first.map(([name]) => [name, names[0]]),
      ...second.map(([name]) => [name, names[1]]),
    ]) as object,
  },
  [`m/${names[0]}`]: writeSafetensors(new Map(first), 'F32'),
  [`m/${names[1]}`]: writeContainer({ metadata: {}, tensors: new Map(inF64) }),
};
