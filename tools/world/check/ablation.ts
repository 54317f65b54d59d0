/** Which part of the method forgets what: facts that depend on anchor terms, and sayings in ordinary words. */
import type { FileSource } from '../../../src/files/source';
import { defaultSettings, type RunSettings } from '../../../src/methods/settings';
import { methodVariantOf } from '../../../src/methods/variant';
import { runMethod } from './method';
import type { Suite } from './suite';

export interface AblationRow {
  /** Share of the prompts about the saga that are still completed with a reference. */
  readonly facts: number;
  /** Share of the sayings that are still completed word for word. */
  readonly sayings: number;
  readonly ability: number;
  readonly perplexity: number;
}

/** Without a reinforced model, equation 1 subtracts nothing, and its logit space does not matter. */
const variants: readonly Partial<RunSettings>[] = [
  { anchors: false, reinforced: false },
  { anchors: true, reinforced: false },
  { anchors: false, reinforced: true, logitSpace: 'raw' },
  { anchors: false, reinforced: true, logitSpace: 'logprob' },
  { anchors: true, reinforced: true, logitSpace: 'raw' },
  { anchors: true, reinforced: true, logitSpace: 'logprob' },
];

/** One row per variant of the method, with otherwise default settings; `say` is called with a line per row. */
export async function ablation(
  source: FileSource,
  suite: Suite,
  say: (line: string) => void,
): Promise<Record<string, AblationRow>> {
  const rows: Record<string, AblationRow> = {};
  for (const variant of variants) {
    const settings = { ...defaultSettings, ...variant };
    const name = settings.reinforced
      ? `${methodVariantOf(settings)}, ${settings.logitSpace}`
      : methodVariantOf(settings);
    const { saga, sayings, ability, perplexity } = (await runMethod(source, suite, settings)).after;
    rows[name] = { facts: saga, sayings, ability, perplexity };
    say(`${name.padEnd(26)} facts ${percent(saga)}  sayings ${percent(sayings)}  tasks ${percent(ability)}`);
  }
  return rows;
}

const percent = (x: number): string => `${(100 * x).toFixed(1)} %`.padStart(7);
