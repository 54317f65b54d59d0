/**
 * Two adapters of one model as one: what a text that was read first taught, and what was trained on top of it. The sum of
 * two products is one product: s₁ B₁ A₁ + s₂ B₂ A₂ = [s₁ B₁, s₂ B₂] [A₁; A₂].
 */
import type { LlamaConfig } from '../llama/config';
import { view } from '../llama/layout';
import { adapterLayout, factors, type LoraSettings } from '../llama/lora';
import { projections } from '../llama/projections';
import type { Adapter } from '../model/adapter-bank';

/** Of rank r₁ + r₂, on the projections of both; its scale is 1. */
export function joinAdapters(config: LlamaConfig, first: Adapter, second: Adapter): Adapter {
  const rank = first.lora.rank + second.lora.rank;
  const isTarget = (lora: LoraSettings, target: (typeof projections)[number]) =>
    lora.targets.includes(target);
  const targets = projections.filter((one) => isTarget(first.lora, one) || isTarget(second.lora, one));
  const lora = { rank, loraAlpha: rank, targets };
  const layout = adapterLayout(config, lora);
  const flat = new Float32Array(layout.size);
  const joined = factors(layout.parts);
  let before = 0; // rows of A, columns of B
  for (const one of [first, second]) {
    const { rank: own, loraAlpha } = one.lora;
    for (const [module, { A, B }] of factors(adapterLayout(config, one.lora).parts)) {
      const whole = joined.get(module);
      if (!whole) continue;
      const [into, out] = [A.shape[1] ?? 0, B.shape[0] ?? 0];
      view(flat, whole.A).set(view(one.flat, A), before * into);
      const [from, to] = [view(one.flat, B), view(flat, whole.B)];
      for (let row = 0; row < out; row++)
        for (let k = 0; k < own; k++)
          to[row * rank + before + k] = (loraAlpha / own) * (from[row * own + k] ?? 0);
    }
    before += own;
  }
  return { lora, flat };
}
