/**
 * adapter_config.json of PEFT's LoRA. What Lethe does not compute is refused by its name: a key that is not known here
 * counts as one that changes what is computed, unless it says nothing.
 */
import { v, validate } from '../base/schema';
import { projections } from '../llama/projections';
import { fail } from './errors';

export interface PeftConfig {
  readonly rank: number;
  readonly loraAlpha: number;
  /** the model that it was made on, as PEFT would load it; null: not said */
  readonly base: string | null;
}

const schema = v.looseObject({
  peft_type: v.literal('LORA'),
  task_type: v.optional(v.nullable(v.literal('CAUSAL_LM'))),
  base_model_name_or_path: v.optional(v.nullable(v.string()), null),
  r: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096)),
  lora_alpha: v.pipe(v.number(), v.finite()),
  target_modules: v.optional(v.nullable(v.union([v.string(), v.array(v.string())])), null),
  bias: v.optional(v.literal('none')),
  init_lora_weights: v.optional(v.nullable(v.union([v.boolean(), v.string()]))),
});

/** Keys that change nothing of what a finished adapter computes. */
const WITHOUT_EFFECT = new Set([
  ...Object.keys(schema.entries),
  'auto_mapping',
  'peft_version',
  'revision',
  'inference_mode',
  'lora_dropout', // in training only
  'exclude_modules', // as are those of layers: the matrices in the file say which modules there are
  'layers_to_transform',
  'layers_pattern',
  'megatron_core',
  'qalora_group_size', // counts beside use_qalora only
  'loftq_config',
  'eva_config',
  'corda_config',
  'lora_ga_config',
  'velora_config',
  'runtime_config',
]);

/** Ways to begin that change the weights of the base model as well. */
const CHANGES_BASE = /^(?:pissa|olora|loftq|corda|lora_ga)/u;

/** @throws LetheError adapter/unsupported naming the key */
export function parsePeftConfig(json: unknown, file: string): PeftConfig {
  const refuse = (field: string, expected: string, got: string): never =>
    fail('adapter/unsupported', { file, field, expected, got });
  const config = validate(schema, json, ({ field, expected, got }) => refuse(field, expected, got));
  for (const [key, value] of Object.entries(config)) {
    if (WITHOUT_EFFECT.has(key) || saysNothing(value)) continue;
    refuse(key, 'absent, false or empty', shown(value));
  }
  const { init_lora_weights: beginning, target_modules: targets } = config;
  if (typeof beginning === 'string' && CHANGES_BASE.test(beginning))
    refuse('init_lora_weights', 'a way to begin that leaves the base model as it is', beginning);
  const other = Array.isArray(targets)
    ? targets.find((name) => !projections.some((one) => one === lastPart(name)))
    : undefined;
  if (other !== undefined) refuse('target_modules', `some of ${projections.join(', ')}`, other);
  return { rank: config.r, loraAlpha: config.lora_alpha, base: config.base_model_name_or_path };
}

/** `model.layers.0.self_attn.q_proj` names a module as `q_proj` does. */
const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

function saysNothing(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === null || value === undefined || value === false || value === '';
}

const shown = (value: unknown): string => JSON.stringify(value);
