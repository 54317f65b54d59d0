/** The saved labels of the whole shipped forget set: their size, and how long they take. */
import { defaultSettings, type RunSettings } from '../../src/methods/settings';
import { writeLabels } from '../../src/unlearn/write-labels';
import { openLab } from './lab';

/** A short training: the cost of labels does not depend on how well the reinforced model knows the text. */
const STEPS = 20;

export async function benchForgetSet(base: string) {
  const lab = await openLab(base);
  const settings: RunSettings = {
    ...defaultSettings,
    reinforce: { ...defaultSettings.reinforce, steps: STEPS },
  };
  await lab.run('reinforce', { settings });
  const start = performance.now();
  const { labels } = await lab.run('label', { settings });
  const seconds = (performance.now() - start) / 1000;
  await lab.release();
  return {
    labels: {
      megabytes: writeLabels(labels).length / 1e6,
      blocks: labels.blocks.length,
      msPerBlock: (1000 * seconds) / labels.blocks.length,
    },
  };
}
