/** How long the method takes in the built page: Chromium, WASM, one thread per core. */
import type { SectionName } from '../../browser/page';
import type { PresetName } from '../../../src/methods/presets';
import { onServedPage } from '../../browser/served';

const stages = ['reinforce', 'label', 'unlearn'] as const satisfies readonly SectionName[];

/** Seconds per stage, including compilation. Run `npm run build` first. */
export function chromiumSeconds(preset: PresetName): Promise<Record<(typeof stages)[number], number>> {
  return onServedPage(async (lethe) => {
    await lethe.load('wasm');
    await lethe.loaded();
    await lethe.preset(preset);
    const seconds = { reinforce: 0, label: 0, unlearn: 0 };
    for (const stage of stages) {
      const start = performance.now();
      await lethe.run(stage);
      seconds[stage] = (performance.now() - start) / 1000;
    }
    return seconds;
  });
}
