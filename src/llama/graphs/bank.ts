/** A bank of adapters as graph inputs: each sequence of a batch uses one row of it. */
import { gather, input } from '../../graph/build';
import type { InputValue } from '../../graph/ir';
import type { LlamaConfig } from '../config';
import { adapterLayout, loraPairs, type LoraPair, type LoraSettings } from '../lora';

/** B sequences of T tokens over a bank of M adapters with the same settings. */
export interface BankedShape {
  readonly batch: number;
  readonly length: number;
  readonly lora: LoraSettings;
  /** M */
  readonly bank: number;
}

export interface BankInputs {
  /** f32 [M, P] */
  readonly bank: InputValue;
  /** i32 [B] */
  readonly rows: InputValue;
  readonly adapter: (module: string) => LoraPair | null;
}

export function bankInputs(config: LlamaConfig, { batch, lora, bank: M }: BankedShape): BankInputs {
  const layout = adapterLayout(config, lora);
  const bank = input('bank', 'f32', [M, layout.size]);
  const rows = input('rows', 'i32', [batch]);
  return { bank, rows, adapter: loraPairs(gather(bank, rows), layout, lora) };
}
