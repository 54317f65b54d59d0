/** What runs a model in the tab, and what of it a device lacks. */
import type { Dtype } from './formats';

export const tabDevices = ['wasm', 'webgpu'] as const;
export type TabDevice = (typeof tabDevices)[number];

/** What graphics the page has for models: one with 16-bit floats, one without, or none. */
export type TabGraphics = 'halves' | 'whole' | 'none';

/** Why a model does not run: there is no WebGPU, or it has no 16-bit floats. WASM computes with them in 32 bits. */
export type Lack = 'webgpu' | 'halves';

/** What is lacking for a model in a number format; null: nothing, or it is not known yet (`graphics` null). */
export function lackOf(device: TabDevice, dtype: Dtype, graphics: TabGraphics | null): Lack | null {
  if (device === 'wasm' || graphics === null || graphics === 'halves') return null;
  if (graphics === 'none') return 'webgpu';
  return dtype === 'fp16' || dtype === 'q4f16' ? 'halves' : null;
}
