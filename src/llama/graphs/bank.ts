/** A bank of adapters as graph inputs: each sequence of a batch uses one row of it. */
import { gather, input, reshape } from '../../graph/build';
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
  /** whether all sequences use the same adapter, which then is not copied for each of them */
  readonly oneVariant: boolean;
}

export interface BankInputs {
  /** f32 [M, P] */
  readonly bank: InputValue;
  /** i32 [B], or [1] if all sequences use the same adapter */
  readonly rows: InputValue;
  readonly adapter: (module: string) => LoraPair | null;
}

export function bankInputs(
  config: LlamaConfig,
  { batch, lora, bank: M, oneVariant }: BankedShape,
): BankInputs {
  const layout = adapterLayout(config, lora);
  const bank = input('bank', 'f32', [M, layout.size]);
  const rows = input('rows', 'i32', [oneVariant ? 1 : batch]);
  const chosen = gather(bank, rows);
  const flat = oneVariant ? reshape(chosen, [layout.size]) : chosen; // [P] or [B, P]
  return { bank, rows, adapter: loraPairs(flat, layout, lora) };
}
