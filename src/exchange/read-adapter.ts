/** An adapter that PEFT saved, for the model that is loaded. */
import { parseJson } from '../base/json';
import { show } from '../base/shape';
import { fail as refuseFile } from '../files/errors';
import { readSafetensors, type NamedTensor } from '../files/safetensors';
import { placesIn } from '../files/tensor-header';
import type { LlamaConfig } from '../llama/config';
import { view } from '../llama/layout';
import { adapterLayout, type LoraSettings } from '../llama/lora';
import { projections } from '../llama/projections';
import type { Adapter } from '../model/adapter-bank';
import { fail } from './errors';
import { ADAPTER_CONFIG, ADAPTER_WEIGHTS, BASE_HASH } from './peft-adapter';
import { parsePeftConfig } from './peft-config';

/** The two files of an adapter, as bytes. */
export interface AdapterFiles {
  readonly config: Uint8Array;
  readonly weights: Uint8Array;
}

export interface ReadAdapter {
  readonly adapter: Adapter;
  /** the model that it was made on, as it names it; null: it does not say */
  readonly base: string | null;
  /** hash of that model's weights, which Lethe writes; null: it does not say */
  readonly baseHash: string | null;
}

/** An adapter made elsewhere that is open. */
export interface OpenedAdapter extends ReadAdapter {
  /** what the user knows it by */
  readonly name: string;
}

/**
 * Modules without matrices in the file have none here either: theirs are zero.
 * @throws LetheError adapter/unsupported, adapter/mismatch if it is for a model of another shape, file/invalid
 */
export function readAdapter({ config: json, weights }: AdapterFiles, model: LlamaConfig): ReadAdapter {
  const config = parsePeftConfig(
    parseJson(new TextDecoder().decode(json), (expected, got) =>
      refuseFile('file/invalid', { path: ADAPTER_CONFIG, expected, got }),
    ),
    ADAPTER_CONFIG,
  );
  const { metadata } = placesIn(weights, ADAPTER_WEIGHTS, () => false);
  const tensors = readSafetensors(weights, ADAPTER_WEIGHTS);
  const { rank, loraAlpha, base } = config;
  const all = { rank, loraAlpha, targets: projections };
  const names = new Set(tensors.keys());
  checkNames(names, model, all);
  const targets = projections.filter((one) => [...names].some((name) => name.includes(`.${one}.`)));
  const lora = { rank, loraAlpha, targets };
  const flat = flatOf(tensors, model, lora, base);
  return { adapter: { lora, flat }, base, baseHash: metadata[BASE_HASH] ?? null };
}

/** Every name is one of a LoRA matrix of this model, and both of a module are there. */
function checkNames(names: ReadonlySet<string>, model: LlamaConfig, lora: LoraSettings): void {
  const known = adapterLayout(model, lora).parts;
  const path = ADAPTER_WEIGHTS;
  for (const name of names) {
    if (!known.has(name)) {
      const expected = `LoRA matrices of ${projections.join(', ')} in ${model.layers} layers`;
      fail('adapter/unsupported', { file: path, field: name, expected, got: 'another tensor' });
    }
    const other = name.replace(/\.lora_([AB])\./u, (_, matrix) => `.lora_${matrix === 'A' ? 'B' : 'A'}.`);
    if (!names.has(other)) refuseFile('file/invalid', { path, expected: `"${other}"`, got: 'none' });
  }
  if (names.size === 0) refuseFile('file/invalid', { path, expected: 'LoRA matrices', got: 'none' });
}

function flatOf(
  tensors: ReadonlyMap<string, NamedTensor>,
  model: LlamaConfig,
  lora: LoraSettings,
  base: string | null,
): Float32Array {
  const layout = adapterLayout(model, lora);
  const flat = new Float32Array(layout.size);
  for (const [name, { shape, data }] of tensors) {
    const part = layout.parts.get(name);
    if (!part) continue;
    if (show(shape) !== show(part.shape))
      fail('adapter/mismatch', { name, expected: show(part.shape), got: show(shape), base: base ?? '?' });
    const odd = data.find((x) => !Number.isFinite(x));
    if (odd !== undefined)
      refuseFile('file/invalid', {
        path: ADAPTER_WEIGHTS,
        expected: `finite numbers in "${name}"`,
        got: String(odd),
      });
    view(flat, part).set(data);
  }
  return flat;
}
