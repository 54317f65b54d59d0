/**
 * The adapters of one model side by side: a voice is a row. Row 0 is the baseline, whose adapter
 * is zero; every sequence of a batch may speak with another voice.
 */
import type { LlamaConfig } from '../llama/config';
import { adapterLayout, type LoraSettings } from '../llama/lora';
import type { BankedShape } from '../llama/graphs/bank';
import type { Device, Tensor } from '../runtime/device';

export const voices = ['baseline', 'reinforced', 'unlearned'] as const;
export type Voice = (typeof voices)[number];

/** A trained adapter as a value: its settings and its numbers [P], laid out by `adapterLayout`. */
export interface Adapter {
  readonly lora: LoraSettings;
  readonly flat: Float32Array;
}

export class AdapterBank {
  readonly #flat: Float32Array; // [M, P]
  #onDevice: Promise<Tensor> | null = null;
  readonly size: number;

  constructor(
    private readonly device: Device,
    config: LlamaConfig,
    readonly lora: LoraSettings,
  ) {
    this.size = adapterLayout(config, lora).size;
    this.#flat = new Float32Array(voices.length * this.size);
  }

  /** Gives a voice its adapter; null makes it speak like the baseline again. */
  async set(voice: Exclude<Voice, 'baseline'>, adapter: Adapter | null): Promise<void> {
    const row = this.#flat.subarray(this.row(voice) * this.size, (this.row(voice) + 1) * this.size);
    if (adapter && adapter.flat.length !== this.size) {
      throw new RangeError(`expected an adapter of ${this.size} numbers, got ${adapter.flat.length}`);
    }
    if (adapter) row.set(adapter.flat);
    else row.fill(0);
    await this.release();
  }

  row(voice: Voice): number {
    return voices.indexOf(voice);
  }

  /** The bank on the device, f32 [M, P]. It stays the bank's. */
  tensor(): Promise<Tensor> {
    this.#onDevice ??= this.device.upload({ shape: [voices.length, this.size], data: this.#flat.slice() });
    return this.#onDevice;
  }

  /** The part of a graph's shape that the bank decides. */
  shape(batch: number, length: number): BankedShape {
    return { batch, length, lora: this.lora, bank: voices.length };
  }

  async release(): Promise<void> {
    const tensor = this.#onDevice;
    this.#onDevice = null;
    (await tensor)?.release();
  }
}
