/**
 * The adapters of one model side by side, one row per variant. Row 0 is the baseline, whose adapter is zero. Each
 * sequence of a batch may use another variant.
 */
import type { LlamaConfig } from '../llama/config';
import { adapterLayout, type LoraSettings } from '../llama/lora';
import type { BankedShape } from '../llama/graphs/bank';
import type { Device, HostTensor, Tensor } from '../runtime/device';

export const adapterVariants = ['baseline', 'reinforced', 'unlearned'] as const;
export type AdapterVariant = (typeof adapterVariants)[number];
/** A variant that a training makes. */
export type TrainedVariant = Exclude<AdapterVariant, 'baseline'>;

/** A trained adapter as a value: its settings and its parameters [P], laid out by `adapterLayout`. */
export interface Adapter {
  readonly lora: LoraSettings;
  readonly flat: Float32Array;
}

/** Refers to one of the variants. */
interface AdapterRef {
  readonly variant: AdapterVariant;
}

export class AdapterBank {
  readonly #flat: Float32Array; // [M, P]
  readonly #adapters = new Map<AdapterVariant, Adapter>();
  #onDevice: Promise<Tensor> | null = null;
  #layersOnDevice: Promise<readonly Tensor[]> | null = null;
  /** p, numbers of each adapter in one layer */
  readonly #part: number;
  readonly size: number;

  constructor(
    private readonly device: Device,
    private readonly config: LlamaConfig,
    readonly lora: LoraSettings,
  ) {
    this.size = adapterLayout(config, lora).size;
    this.#part = this.size / config.layers;
    this.#flat = new Float32Array(adapterVariants.length * this.size);
  }

  /** Sets the adapter of a variant; null makes it equal to the baseline again. */
  async set(variant: TrainedVariant, adapter: Adapter | null): Promise<void> {
    const row = this.#flat.subarray(this.row(variant) * this.size, (this.row(variant) + 1) * this.size);
    if (adapter && adapter.flat.length !== this.size) {
      throw new RangeError(`expected an adapter of ${this.size} numbers, got ${adapter.flat.length}`);
    }
    if (adapter) {
      row.set(adapter.flat);
      this.#adapters.set(variant, adapter);
    } else {
      row.fill(0);
      this.#adapters.delete(variant);
    }
    await this.release();
  }

  /** The adapter of a variant; null for the baseline, and for a variant that equals it. */
  adapter(variant: AdapterVariant): Adapter | null {
    return this.#adapters.get(variant) ?? null;
  }

  /** Whether the adapters in these rows of the bank are all zero. */
  isBaseline(rows: Iterable<number>): boolean {
    return [...rows].every((row) => !this.#adapters.has(adapterVariants[row] ?? 'baseline'));
  }

  row(variant: AdapterVariant): number {
    return adapterVariants.indexOf(variant);
  }

  /** The bank on the device, f32 [M, P]. The bank keeps it and releases it. */
  tensor(): Promise<Tensor> {
    this.#onDevice ??= this.device.upload({
      shape: [adapterVariants.length, this.size],
      data: this.#flat.slice(),
    });
    return this.#onDevice;
  }

  /** The part of each layer on the device, f32 [M, p]. The bank keeps them and releases them. */
  layers(): Promise<readonly Tensor[]> {
    const M = adapterVariants.length;
    const partOf = (layer: number): Promise<Tensor> => {
      const data = new Float32Array(M * this.#part);
      for (let row = 0; row < M; row++) {
        const start = row * this.size + layer * this.#part;
        data.set(this.#flat.subarray(start, start + this.#part), row * this.#part);
      }
      return this.device.upload({ shape: [M, this.#part], data });
    };
    this.#layersOnDevice ??= Promise.all(
      Array.from({ length: this.config.layers }, (_, layer) => partOf(layer)),
    );
    return this.#layersOnDevice;
  }

  /** The shape of a graph over `batch` rows of `length` tokens for the variants of `refs`. */
  shape(batch: number, length: number, refs: readonly AdapterRef[]): BankedShape {
    return { batch, length, lora: this.lora, bank: adapterVariants.length, oneVariant: isOneVariant(refs) };
  }

  /** The bank row of each of `batch` sequences, i32 [B], or [1] for one variant; rows without a ref use the baseline. */
  rows(batch: number, refs: readonly AdapterRef[]): HostTensor {
    const data = new Int32Array(isOneVariant(refs) ? 1 : batch);
    data.forEach((_, b) => (data[b] = this.row(refs[b]?.variant ?? 'baseline')));
    return { shape: [data.length], data };
  }

  async release(): Promise<void> {
    const [tensor, layers] = [this.#onDevice, this.#layersOnDevice];
    this.#onDevice = null;
    this.#layersOnDevice = null;
    (await tensor)?.release();
    for (const part of (await layers) ?? []) part.release();
  }
}

function isOneVariant(refs: readonly AdapterRef[]): boolean {
  return refs.every(({ variant }) => variant === refs[0]?.variant);
}
