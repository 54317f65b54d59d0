/**
 * Language checks without a reviewer: the gold model, which never saw the text, chooses the most likely of the five
 * continuations that a reviewer would see.
 */
import type { FileSource } from '../../src/files/source';
import { doubtful, doubtsIn } from '../../src/review/language/doubts';
import { languageItems } from '../../src/review/language/items';
import { overridesFrom } from '../../src/review/language/overrides';
import { decide, startReview, type Decision } from '../../src/review/review';
import type { LanguageAnswer, LanguageItem } from '../../src/review/tasks/language';
import type { LabelOverride } from '../../src/unlearn/overrides';
import type { Labels } from '../../src/unlearn/record';
import type { RunSettings } from '../../src/methods/settings';
import { runJob, withLab } from '../lab/node-lab';

/** The decisions on the `count` least certain positions. */
export async function checkedLabels(
  source: FileSource,
  labels: Labels,
  count: number,
  settings: RunSettings,
): Promise<LabelOverride[]> {
  const items = languageItems(labels, doubtful(doubtsIn(labels), 'probability', 1).slice(0, count));
  const questions = items.map(({ data: { prompt, options } }) => ({
    prompt,
    options: options.map(({ text }) => text.trimStart()),
    answer: 0,
  }));
  const scores = await withLab(source, 'gold', (lab) =>
    runJob(lab, 'scoreChoices', { questions, variant: 'baseline', settings }),
  );
  const decisions = items.map((item, i) => decisionOn(item, scores[i] ?? []));
  return overridesFrom(decide(startReview(items), decisions), 'majority', labels, null);
}

/**
 * `scores`: one per option of the item, the suggestion first. A question puts a space between text and answer, so
 * continuations without one (ends of words, full stops) are left unchanged.
 */
function decisionOn({ id, data }: LanguageItem, scores: readonly number[]): Decision<LanguageAnswer> {
  const words = [...data.options.entries()].filter(([, { text }]) => /^ \p{L}/u.test(text));
  const [best = 0] = words.map(([i]) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const isAsked = words.some(([i]) => i === 0);
  const plain = { reason: null, comment: '', leadTime: null, at: null };
  return { item: id, annotator: 'gold model', role: 'annotator', answer: answerOf(), ...plain };

  function answerOf(): LanguageAnswer {
    if (!isAsked) return { verdict: 'unsure', replacement: null };
    if (best === 0) return { verdict: 'correct', replacement: null };
    return { verdict: 'incorrect', replacement: data.options[best]?.text ?? null };
  }
}
