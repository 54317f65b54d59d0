/** A language model grades completions 0–3, blind to which model wrote them (arXiv 2310.02238, section 4). */
import type { HumanGrade } from '../../review/tasks/evaluation';
import type { Answerer } from '../answerer';
import type { Prompt } from '../template';
import { opinionsOn, type JudgingEvent, type Opinions } from './opinions';
import { readGrade } from './read-verdict';

/** A completion, without who wrote it. */
export interface Judged {
  readonly id: string;
  readonly prompt: string;
  readonly completion: string;
  readonly references: readonly string[];
}

export interface JudgingSettings {
  readonly prompt: Prompt;
  /** Of the text that is forgotten. */
  readonly title: string;
  readonly seed: number;
}

/** All that a question says of a completion. */
export function valuesOf(
  { prompt, completion, references }: Judged,
  title: string,
): Record<'title' | 'references' | 'prompt' | 'completion', string> {
  return { title, references: references.join(', '), prompt, completion };
}

export function judgeCompletions(
  items: readonly Judged[],
  answerer: Answerer,
  { prompt, title, seed }: JudgingSettings,
  signal: AbortSignal,
): AsyncGenerator<JudgingEvent, Opinions<HumanGrade>> {
  const asked = items.map((item) => ({ id: item.id, values: valuesOf(item, title) }));
  return opinionsOn(asked, answerer, { prompt, seed, read: readGrade }, signal);
}
