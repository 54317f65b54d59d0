/** The duration of a whole evaluation of one variant on the shipped data set, and of each of its parts. */
import { evalPartNames } from '../../src/evaluate/parts/parts';
import { defaultSettings } from '../../src/methods/settings';
import { openLab } from './lab';

export async function benchEvaluation(base: string) {
  const lab = await openLab(base);
  const parts = evalPartNames.filter((part) => part !== 'distance'); // a second model
  const seconds: Partial<Record<string, number>> = {};
  let last = performance.now();
  const input = { variants: ['baseline'], parts, settings: defaultSettings } as const;
  const { report } = await lab.run('evaluate', input, (event) => {
    if (event.kind !== 'evaluate') return;
    const now = performance.now();
    seconds[event.part] = (seconds[event.part] ?? 0) + (now - last) / 1000;
    last = now;
  });
  await lab.release();
  return { evaluation: { seconds: report.evaluation.seconds, parts: seconds } };
}
