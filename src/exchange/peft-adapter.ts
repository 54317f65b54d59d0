/** An adapter as PEFT saves it: adapter_config.json and adapter_model.safetensors (https://huggingface.co/docs/peft). */
import type { LlamaConfig } from '../llama/config';
import { view } from '../llama/layout';
import { adapterLayout } from '../llama/lora';
import type { Adapter } from '../model/adapter-bank';
import { jsonFile, type ExportedFile } from './exported-file';
import { tensorsFile } from './tensors-file';

export const ADAPTER_CONFIG = 'adapter_config.json';
export const ADAPTER_WEIGHTS = 'adapter_model.safetensors';
/** Where the metadata of the weights say which model they are for: the hash that Lethe gives its weights. */
export const BASE_HASH = 'lethe_base_hash';

/** The model that an adapter is for. */
export interface BaseModel {
  /** what PEFT loads it by: a folder or an id of the Hub */
  readonly name: string;
  readonly hash: string;
}

/** In `folder`, which ends without a slash. */
export function peftFiles(
  folder: string,
  { lora, flat }: Adapter,
  config: LlamaConfig,
  { name, hash }: BaseModel,
): ExportedFile[] {
  const { parts } = adapterLayout(config, lora);
  const tensors = new Map(
    [...parts].map(([key, part]) => [key, { shape: part.shape, data: () => view(flat, part) }]),
  );
  return [
    jsonFile(`${folder}/${ADAPTER_CONFIG}`, {
      peft_type: 'LORA',
      task_type: 'CAUSAL_LM',
      base_model_name_or_path: name,
      inference_mode: true,
      r: lora.rank,
      lora_alpha: lora.loraAlpha,
      lora_dropout: 0,
      target_modules: lora.targets,
      bias: 'none',
      fan_in_fan_out: false,
      use_rslora: false,
      use_dora: false,
      modules_to_save: null,
      rank_pattern: {},
      alpha_pattern: {},
    }),
    tensorsFile(`${folder}/${ADAPTER_WEIGHTS}`, tensors, 'F32', { [BASE_HASH]: hash }),
  ];
}
