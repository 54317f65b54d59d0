/** The config of a model in GGUF, and the names and order of its weights, by family. */
import { v, validate } from '../../base/schema';
import { parseConfig, type LlamaConfig } from '../../llama/config';
import { fail as unsupported } from '../../llama/errors';
import type { Projection } from '../../llama/projections';
import { EMBEDDING, FINAL_NORM, HEAD, attentionNorm, keyNorm, mlpNorm, moduleName, queryNorm } from '../../llama/weights'; // prettier-ignore
import type { StoredWeight } from '../safetensors';
import { isScaledBy, scalingBy } from './rope-factors';

/** What is particular to a family, by `general.architecture`. */
interface Family {
  /** as config.json names it */
  readonly modelType: string;
  /** whether rotated features lie in pairs; Hugging Face's files have them in halves */
  readonly pairsRotated: boolean;
}

const families: Readonly<Record<string, Family>> = {
  llama: { modelType: 'llama', pairsRotated: true },
  qwen2: { modelType: 'qwen2', pairsRotated: false },
  qwen3: { modelType: 'qwen3', pairsRotated: false },
};

/** u64 comes as bigint */
const whole = v.pipe(v.union([v.number(), v.bigint()]), v.transform(Number));
const general = v.looseObject({ 'general.architecture': v.string() });
const sizes = v.looseObject({
  context_length: whole,
  embedding_length: whole,
  feed_forward_length: whole,
  block_count: whole,
  'attention.head_count': whole,
  'attention.head_count_kv': v.optional(whole),
  'attention.key_length': v.optional(whole),
  'attention.sliding_window': v.optional(whole),
  /** of a mixture of experts, which calls itself by the family of its attention */
  expert_count: v.optional(whole, 0),
  'attention.layer_norm_rms_epsilon': v.number(),
  'rope.freq_base': v.optional(v.number()),
  'rope.dimension_count': v.optional(whole),
  'rope.scaling.type': v.optional(v.string()),
  'rope.scaling.factor': v.optional(v.number()),
});

export interface FamilyConfig extends Family {
  readonly config: LlamaConfig;
  /** the same as config.json has it */
  readonly json: object;
}

/**
 * `eosTokenIds`: from the tokenizer, which holds them in GGUF.
 * @throws LetheError config/unsupported naming the key that does not fit
 */
export async function configOf(
  metadata: Readonly<Record<string, unknown>>,
  tensors: ReadonlyMap<string, StoredWeight>,
  eosTokenIds: readonly number[],
  file: string,
): Promise<FamilyConfig> {
  const refuse = (mismatch: { field: string; expected: string; got: string }): never =>
    unsupported('config/unsupported', { file, ...mismatch });
  const { 'general.architecture': name } = validate(general, metadata, refuse);
  const family = Object.hasOwn(families, name) ? families[name] : undefined;
  if (!family) {
    return refuse({ field: 'general.architecture', expected: Object.keys(families).join(', '), got: name });
  }
  const own = Object.entries(metadata).flatMap(([key, value]) =>
    key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), value] as const] : [],
  );
  const raw = validate(sizes, Object.fromEntries(own), refuse);
  const headDim = raw['attention.key_length'] ?? raw.embedding_length / raw['attention.head_count'];
  if ((raw['rope.dimension_count'] ?? headDim) !== headDim)
    refuse({ field: 'rope.dimension_count', expected: String(headDim), got: String(raw['rope.dimension_count']) }); // prettier-ignore
  if (raw.expert_count > 1)
    refuse({ field: 'expert_count', expected: 'absent: one MLP in a block', got: String(raw.expert_count) });
  const factors = await tensors.get('rope_freqs.weight')?.read();
  const json = {
    model_type: family.modelType,
    vocab_size: tensors.get('token_embd.weight')?.shape[0],
    hidden_size: raw.embedding_length,
    intermediate_size: raw.feed_forward_length,
    num_hidden_layers: raw.block_count,
    num_attention_heads: raw['attention.head_count'],
    num_key_value_heads: raw['attention.head_count_kv'],
    head_dim: headDim,
    max_position_embeddings: raw.context_length,
    rms_norm_eps: raw['attention.layer_norm_rms_epsilon'],
    rope_theta: raw['rope.freq_base'],
    rope_scaling: factors ? scalingBy(factors) : namedScaling(raw),
    ...(raw['attention.sliding_window'] !== undefined && { sliding_window: raw['attention.sliding_window'] }),
    tie_word_embeddings: !tensors.has('output.weight'),
    attention_bias: tensors.has('blk.0.attn_q.bias'),
    mlp_bias: tensors.has('blk.0.ffn_up.bias'),
    eos_token_id: [...eosTokenIds],
  };
  const config = parseConfig(json, null, file);
  if (factors && !isScaledBy(config, factors))
    refuse({ field: 'rope_freqs.weight', expected: 'the factors of Llama 3.1 and later', got: 'others' });
  return { ...family, json, config };
}

/** null if there is none: older versions of transformers refuse an empty one. */
function namedScaling({
  'rope.scaling.type': type,
  'rope.scaling.factor': factor,
}: v.InferOutput<typeof sizes>): object | null {
  return type === undefined || type === 'none' ? null : { rope_type: type, factor };
}

const modules: Readonly<Record<string, Projection>> = {
  attn_q: 'q_proj',
  attn_k: 'k_proj',
  attn_v: 'v_proj',
  attn_output: 'o_proj',
  ffn_gate: 'gate_proj',
  ffn_up: 'up_proj',
  ffn_down: 'down_proj',
};

/** Hugging Face's name of a weight, and how many heads its rows belong to if they are rotated; null: not needed. */
export function weightOf(
  name: string,
  { config, pairsRotated }: FamilyConfig,
): { readonly name: string; readonly rotatedHeads: number | null } | null {
  const plain = (found: string) => ({ name: found, rotatedHeads: null });
  if (name === 'token_embd.weight') return plain(EMBEDDING);
  if (name === 'output_norm.weight') return plain(FINAL_NORM);
  if (name === 'output.weight') return plain(HEAD);
  const [, block = '', part = '', kind = ''] = /^blk\.(\d+)\.(\w+)\.(weight|bias)$/.exec(name) ?? [];
  const layer = Number(block);
  if (part === 'attn_norm') return plain(attentionNorm(layer));
  if (part === 'attn_q_norm') return plain(queryNorm(layer));
  if (part === 'attn_k_norm') return plain(keyNorm(layer));
  if (part === 'ffn_norm') return plain(mlpNorm(layer));
  const projection = modules[part];
  if (projection === undefined) return null;
  const heads = { q_proj: config.heads, k_proj: config.kvHeads }[projection as string] ?? null;
  return { name: `${moduleName(layer, projection)}.${kind}`, rotatedHeads: pairsRotated ? heads : null };
}

/** Rows of rotated pairs (x₀ y₀ x₁ y₁ …) put into halves (x₀ x₁ … y₀ y₁ …), head by head. */
export function inHalves(numbers: Float32Array, rows: number, heads: number): Float32Array<ArrayBuffer> {
  const width = numbers.length / rows;
  const headDim = rows / heads;
  const half = headDim / 2;
  const moved = new Float32Array(numbers.length);
  for (let row = 0; row < rows; row++) {
    const [head, feature] = [Math.floor(row / headDim), row % headDim];
    const source = head * headDim + 2 * (feature % half) + (feature < half ? 0 : 1);
    moved.set(numbers.subarray(source * width, (source + 1) * width), row * width);
  }
  return moved;
}
