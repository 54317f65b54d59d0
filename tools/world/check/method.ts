/** The whole method in Node on the native CPU, and what it leaves. */
import type { FileSource } from '../../../src/files/source';
import { Lab } from '../../../src/lab/lab';
import { openNative } from '../../../src/runtime/node';
import { summarize, type LabelSummary } from '../../../src/unlearn/record';
import type { RunSettings } from '../../../src/methods/settings';
import { drained, evaluateVariant, type Knowledge } from './evaluate-variant';
import type { Suite } from './suite';

export const WORLD = 'worlds/marrowmere';

export interface MethodRun {
  /** Reinforce, label and unlearn on the native CPU; the page's own time is in `chromium-seconds.ts`. */
  readonly seconds: number;
  readonly labels: LabelSummary;
  readonly after: Knowledge;
}

/** Opens a lab on the shipped model `name`, gives it to `use`, and closes it. */
export async function withLab<R>(
  source: FileSource,
  name: 'base' | 'gold',
  use: (lab: Lab) => Promise<R>,
): Promise<R> {
  const native = () => Promise.resolve(openNative());
  const lab = new Lab(source, { wasm: native, webgpu: native });
  try {
    await drained(lab.load({ backend: 'wasm', model: `models/${name}`, world: WORLD }));
    return await use(lab);
  } finally {
    await lab.release();
  }
}

/** Unlearns with `settings` on the base model and asks the unlearned voice everything in the suite. */
export function runMethod(source: FileSource, suite: Suite, settings: RunSettings): Promise<MethodRun> {
  const { signal } = new AbortController();
  return withLab(source, 'base', async (lab) => {
    const start = performance.now();
    if (settings.reinforced) await drained(lab.reinforce(settings, signal));
    const labels = summarize((await drained(lab.label(settings, signal))).blocks);
    await drained(lab.unlearn(settings, signal));
    const seconds = (performance.now() - start) / 1000;
    return { seconds, labels, after: await evaluateVariant(lab, suite, 'unlearned', settings) };
  });
}
