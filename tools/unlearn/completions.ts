/** Some prompts of the data set, continued by every variant. */
import type { Lab } from '../../src/lab/lab';
import type { Dataset } from '../../src/lab/dataset';
import { adapterVariants, type AdapterVariant } from '../../src/model/adapter-bank';
import type { RunSettings } from '../../src/methods/settings';
import { runJob } from '../lab/node-lab';

export type Completion = { readonly prompt: string } & Readonly<Record<AdapterVariant, string>>;

const ASKED = 12;
const MAX_TOKENS = 24;

export async function completionsOf(
  lab: Lab,
  dataset: Dataset,
  settings: RunSettings,
): Promise<Completion[]> {
  const prompts = dataset.prompts.slice(0, ASKED).map(({ prompt }) => prompt);
  const result = await runJob(lab, 'ask', {
    prompts,
    variants: adapterVariants,
    maxTokens: MAX_TOKENS,
    settings,
  });
  return prompts.map((prompt, p) => {
    const text = (variant: AdapterVariant): string => result[p]?.[adapterVariants.indexOf(variant)] ?? '';
    return {
      prompt,
      baseline: text('baseline'),
      reinforced: text('reinforced'),
      unlearned: text('unlearned'),
    };
  });
}
