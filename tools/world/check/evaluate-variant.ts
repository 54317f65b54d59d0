/** Evaluates a variant of a loaded lab on the whole suite. */
import { append } from '../../../src/base/append';
import { referenceHits, share, type PromptWithReferences } from '../../../src/evaluate/completions';
import { accuracy } from '../../../src/evaluate/multiple-choice';
import type { Lab } from '../../../src/lab/lab';
import type { AdapterVariant } from '../../../src/model/adapter-bank';
import type { RunSettings } from '../../../src/methods/settings';
import { runJob } from '../../lab/node-lab';
import type { NeighbourPrompt, Suite } from './suite';

/** What was answered. All shares are from 0 to 1; NaN, or null in JSON, if there are no such items. */
export interface Answers {
  /** Completions with a reference from the text to forget, which is the saga but in the reversed world. */
  readonly saga: number;
  /** Sayings completed word for word. */
  readonly sayings: number;
  readonly neighbour: number;
  readonly neighbourParts: Readonly<
    Record<'sharedRetained' | 'sharedOnly' | 'ownRetained' | 'ownOnly', number>
  >;
  /** Accuracy by task. */
  readonly tasks: Readonly<Record<string, number>>;
  /** Mean accuracy. */
  readonly ability: number;
}

export interface Knowledge extends Answers {
  readonly perplexity: number;
  /** Mean probability of the saga's names where they occur. */
  readonly names: number;
}

const BATCH = 75;
/** Enough for the longest name or saying and the end of its sentence. */
const MAX_TOKENS = 16;

export async function evaluateVariant(
  lab: Lab,
  suite: Suite,
  variant: AdapterVariant,
  settings: RunSettings,
): Promise<Knowledge> {
  const answers = await answersOf(lab, suite, variant, settings);
  const { perplexity, names } = await runJob(lab, 'measure', { variant, settings });
  return { ...answers, perplexity, names };
}

/** Without the two measures that read whole texts. */
export async function answersOf(
  lab: Lab,
  suite: Suite,
  variant: AdapterVariant,
  settings: RunSettings,
): Promise<Answers> {
  const hits = async (asked: readonly PromptWithReferences[]): Promise<boolean[]> =>
    referenceHits(asked, await completions(lab, asked, variant, settings));
  const neighbour = await hits(suite.neighbourSet);
  const part = (keep: (prompt: NeighbourPrompt) => boolean): number =>
    share(neighbour.filter((_, i) => keep(suite.neighbourSet[i] ?? never())));
  const tasks: Record<string, number> = {};
  for (const { name, items } of suite.tasks) {
    const scores = await runJob(lab, 'scoreChoices', { questions: items, variant, settings });
    tasks[name] = accuracy(items, scores);
  }
  const accuracies = Object.values(tasks);
  return {
    saga: share(await hits(suite.forgetSet)),
    sayings: share(await hits(suite.phrases)),
    neighbour: share(neighbour),
    neighbourParts: {
      sharedRetained: part((p) => p.part === 'shared' && p.retained),
      sharedOnly: part((p) => p.part === 'shared' && !p.retained),
      ownRetained: part((p) => p.part === 'own' && p.retained),
      ownOnly: part((p) => p.part === 'own' && !p.retained),
    },
    tasks,
    ability: accuracies.reduce((a, b) => a + b, 0) / accuracies.length,
  };
}

/** The completion of each prompt. */
async function completions(
  lab: Lab,
  asked: readonly PromptWithReferences[],
  variant: AdapterVariant,
  settings: RunSettings,
): Promise<string[]> {
  const texts: string[] = [];
  for (let start = 0; start < asked.length; start += BATCH) {
    const prompts = asked.slice(start, start + BATCH).map(({ prompt }) => prompt);
    const rows = await runJob(lab, 'ask', { prompts, variants: [variant], maxTokens: MAX_TOKENS, settings });
    append(
      texts,
      rows.map(([text = '']) => text),
    );
  }
  return texts;
}

function never(): never {
  throw new Error('unreachable: one hit per prompt');
}
