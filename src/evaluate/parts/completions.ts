/** Completions of prompts about the forget set: grades, right answers, phrases, ROUGE-L. */
import { prng } from '../../base/prng';
import { completing, SENTENCE } from '../completing';
import { referenceHits } from '../completions';
import type { EvalContext, EvalPart } from '../eval-context';
import { familiarityBySubtlety, familiarityInterval, familiarityScore } from '../familiarity';
import {
  metricResult,
  meansBy,
  scoresOf,
  type Entry,
  type MetricResult,
  type Metrics,
} from '../metric-results';
import { gradeBy, type Graded } from '../grade';
import { mean } from '../mean';
import type { FamiliarityPrompt } from '../prompt-file';
import type { ItemValue } from '../report';
import { rougeLRecall } from '../rouge-l';
import { wilsonInterval } from '../wilson';

export const completions: EvalPart = {
  count: ({ questions: { prompts, phrases } }) => prompts.length + phrases.length,
  async *run(context, signal) {
    const { prompts, phrases } = context.questions;
    const texts = yield* written(context, [...prompts, ...phrases], signal);
    const [facts, rest] = [texts.slice(0, prompts.length), texts.slice(prompts.length)];
    return {
      ...answered(context, prompts, facts),
      ...(phrases.length > 0 ? { sayings: hits(phrases, rest) } : {}),
      rougeL: rouge([...prompts, ...phrases], texts, prompts.length, 'as written'),
      rougeLStemmed: rouge([...prompts, ...phrases], texts, prompts.length, 'stems'),
    };
  },
};

/** The completion of each prompt, as text. */
export async function* written(
  context: EvalContext,
  prompts: readonly { readonly prompt: string }[],
  signal: AbortSignal,
): AsyncGenerator<number, string[]> {
  const asked = prompts.map(({ prompt }) => prompt);
  const ids = yield* completing(context, asked, SENTENCE, signal);
  return ids.map((text) => context.tokenizer.decode(text));
}

/** Familiarity and right answers, from completions. */
export function answered(
  { lexicon, seed }: Pick<EvalContext, 'lexicon' | 'seed'>,
  prompts: readonly FamiliarityPrompt[],
  texts: readonly string[],
): Metrics {
  const grade = gradeBy(lexicon);
  const graded = prompts.map((prompt, i) => grade(prompt, texts[i] ?? ''));
  return { familiarity: familiarity(prompts, texts, graded, seed), answers: hits(prompts, texts) };
}

function familiarity(
  prompts: readonly FamiliarityPrompt[],
  texts: readonly string[],
  graded: readonly Graded[],
  seed: number,
): MetricResult {
  const grades = graded.map(({ grade }) => grade);
  const items = prompts.map(({ subtlety }, i) => ({ subtlety, grade: grades[i] ?? 0 }));
  const groups = familiarityBySubtlety(items).flatMap(({ subtlety, n, score }) =>
    subtlety === null ? [] : [[`subtlety ${subtlety}`, { n, agg_value: score }] as const],
  );
  const entries = entriesOf(prompts, texts, (_, i) => ({
    score: grades[i] ?? 0,
    findings: [...(graded[i]?.findings ?? [])],
  }));
  return metricResult(familiarityScore(grades), entries, {
    interval: familiarityInterval(grades, prng(seed)),
    groups: Object.fromEntries(groups),
  });
}

/** The share of completions that contain a reference, with Wilson's interval. */
export function hits(
  prompts: readonly FamiliarityPrompt[],
  texts: readonly string[],
  groupOf: (index: number) => string | null = () => null,
): MetricResult {
  const right = referenceHits(prompts, texts);
  const entries = entriesOf(prompts, texts, (_, i) => ({ score: Number(right[i] ?? false) }));
  const interval = wilsonInterval(right.filter(Boolean).length, right.length);
  return metricResult(mean(right.map(Number)), entries, {
    interval,
    groups: meansBy(entries, (_, i) => groupOf(i)),
  });
}

function rouge(
  prompts: readonly FamiliarityPrompt[],
  texts: readonly string[],
  facts: number,
  words: 'as written' | 'stems',
): MetricResult {
  const entries = entriesOf(prompts, texts, ({ references: [truth = ''] }, i) => ({
    score: rougeLRecall(truth, texts[i] ?? '', words),
  }));
  const groups = meansBy(entries, (_, i) => (i < facts ? 'facts' : 'sayings'));
  return metricResult(mean(scoresOf(entries)), entries, { groups });
}

function entriesOf(
  prompts: readonly FamiliarityPrompt[],
  texts: readonly string[],
  valueOf: (prompt: FamiliarityPrompt, index: number) => ItemValue,
): Entry[] {
  return prompts.map((one, i) => ({
    item: { prompt: one.prompt, references: [...one.references], subtlety: one.subtlety },
    value: { ...valueOf(one, i), completion: texts[i] ?? '' },
  }));
}
