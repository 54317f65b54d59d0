/** Weights as read from a file: f32, by Hugging Face name. */
import type { HostTensor } from '../runtime/device';

export type HostWeights = ReadonlyMap<string, HostTensor & { readonly data: Float32Array }>;
