/** Weights as read from a file: f32, by Hugging Face name. */
import type { HostTensor } from '../runtime/device';

export type HostWeight = HostTensor & { readonly data: Float32Array };
export type HostWeights = ReadonlyMap<string, HostWeight>;
