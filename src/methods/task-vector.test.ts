/** The negated adapter, merged into the weights, is baseline − λ · (reinforced − baseline). */
import { expect, test } from 'vitest';
import { prng } from '../base/prng';
import { adapterLayout } from '../llama/lora';
import { mergeAdapter } from '../model/merge';
import { microConfig, microWeights } from '../model/micro';
import { negated } from './task-vector';

const lora = { rank: 2, loraAlpha: 4, targets: ['q_proj', 'down_proj'] } as const;
const settings = { ...lora, targets: [...lora.targets] };
const layout = adapterLayout(microConfig, settings);
const random = prng(3);
const reinforced = Float32Array.from({ length: layout.size }, () => random.normal());
const baseline = microWeights(microConfig);
const merged = (flat: Float32Array) => mergeAdapter(microConfig, baseline, { lora: settings, flat });

test.each([0, 0.5, 2])('λ = %d', (scale) => {
  const [there, back] = [merged(reinforced), merged(negated(reinforced, layout, scale))];
  let changed = 0;
  for (const [name, { data }] of baseline) {
    const [up, down] = [there.get(name)?.data ?? [], back.get(name)?.data ?? []];
    expect(down).toHaveLength(data.length);
    data.forEach((x, i) => {
      const step = (up[i] ?? NaN) - x;
      changed += Number(step !== 0);
      expect(down[i]).toBeCloseTo(x - scale * step, 4);
    });
  }
  expect(changed).toBeGreaterThan(100);
});
