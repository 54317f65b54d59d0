/**
 * The adapters of one model side by side: a voice is a row. Row 0 is the baseline, whose adapter
 * is zero; every sequence of a batch may speak with another voice.
 */
import type { LlamaConfig } from '../llama/config';
import { adapterLayout, type LoraSettings } from '../llama/lora';
import type { BankedShape } from '../llama/graphs/bank';
import type { Device, HostTensor, Tensor } from '../runtime/device';

export const voices = ['baseline', 'reinforced', 'unlearned'] as const;
export type Voice = (typeof voices)[number];

/** A trained adapter as a value: its settings and its numbers [P], laid out by `adapterLayout`. */
export interface Adapter {
  readonly lora: LoraSettings;
  readonly flat: Float32Array;
}

/** Something that a voice reads or writes. */
interface Speaking {
  readonly voice: Voice;
}

export class AdapterBank {
  readonly #flat: Float32Array; // [M, P]
  readonly #adapters = new Map<Voice, Adapter>();
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
    if (adapter) {
      row.set(adapter.flat);
      this.#adapters.set(voice, adapter);
    } else {
      row.fill(0);
      this.#adapters.delete(voice);
    }
    await this.release();
  }

  /** A voice's adapter; null of the baseline, and of a voice that speaks like it. */
  adapter(voice: Voice): Adapter | null {
    return this.#adapters.get(voice) ?? null;
  }

  row(voice: Voice): number {
    return voices.indexOf(voice);
  }

  /** The bank on the device, f32 [M, P]. It stays the bank's. */
  tensor(): Promise<Tensor> {
    this.#onDevice ??= this.device.upload({ shape: [voices.length, this.size], data: this.#flat.slice() });
    return this.#onDevice;
  }

  /** The shape of a graph over `batch` rows of `length` tokens with the voices of `spoken`. */
  shape(batch: number, length: number, spoken: readonly Speaking[]): BankedShape {
    return { batch, length, lora: this.lora, bank: voices.length, oneVoice: isOneVoice(spoken) };
  }

  /** Which row of the bank each of `batch` sequences uses, i32 [B], or [1] for one voice; missing ones the baseline. */
  rows(batch: number, spoken: readonly Speaking[]): HostTensor {
    const data = new Int32Array(isOneVoice(spoken) ? 1 : batch);
    data.forEach((_, b) => (data[b] = this.row(spoken[b]?.voice ?? 'baseline')));
    return { shape: [data.length], data };
  }

  async release(): Promise<void> {
    const tensor = this.#onDevice;
    this.#onDevice = null;
    (await tensor)?.release();
  }
}

function isOneVoice(spoken: readonly Speaking[]): boolean {
  return spoken.every(({ voice }) => voice === spoken[0]?.voice);
}
