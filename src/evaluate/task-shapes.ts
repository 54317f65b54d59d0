/**
 * The shapes in which multiple-choice tasks are published, as Hugging Face's datasets write them to JSONL: one row per
 * shape, which says how an item looks and how it is asked.
 */
import { entriesOf } from '../base/records';
import { v } from '../base/schema';
import type { Choice } from './multiple-choice';

const text = v.pipe(v.string('expected text'), v.trim(), v.nonEmpty('expected text, got none'));
const labelled = v.pipe(
  v.object({ text: v.array(text), label: v.array(v.string('expected text')) }),
  v.check(({ text: options }) => options.length > 1, 'expected two options or more'),
  v.check(({ text: options, label }) => options.length === label.length, 'expected a label for each option'),
);

/** An item of a shape, or why it is none. */
type Read = (value: unknown) => { readonly choice: Choice } | { readonly reason: string };

/** `ask`: the item as a question; null if no option is the right one. */
function shape<const S extends v.GenericSchema>(
  schema: S,
  ask: (item: v.InferOutput<S>) => Omit<Choice, 'answer'> & { readonly answer: number | null },
): Read {
  return (value) => {
    const result = v.safeParse(schema, value);
    if (!result.success) {
      const [issue] = result.issues;
      const path = v.getDotPath(issue);
      return { reason: path === null ? issue.message : `${path}: ${issue.message}` };
    }
    const { answer, ...asked } = ask(result.output);
    return answer === null
      ? { reason: `expected an answer among the ${asked.options.length} options` }
      : { choice: { ...asked, answer } };
  };
}

const within = (index: number, options: readonly string[]): number | null =>
  Number.isInteger(index) && index >= 0 && index < options.length ? index : null;

const byLabel = (
  prompt: string,
  { text: options, label }: v.InferOutput<typeof labelled>,
  key: string,
): Omit<Choice, 'answer'> & { readonly answer: number | null } => ({
  prompt,
  options,
  answer: within(label.indexOf(key), options),
});

/** Something is asked and answered on a line of its own. */
const question = (asked: string): string => `Question: ${asked}\nAnswer:`;

export const taskShapes = {
  /** AI2 Reasoning Challenge (arXiv 1803.05457), easy and challenge */
  arc: shape(v.object({ question: text, choices: labelled, answerKey: v.string() }), (item) =>
    byLabel(question(item.question), item.choices, item.answerKey),
  ),
  /** OpenBookQA (arXiv 1809.02789): the options complete the stem */
  openBookQa: shape(v.object({ question_stem: text, choices: labelled, answerKey: v.string() }), (item) =>
    byLabel(item.question_stem, item.choices, item.answerKey),
  ),
  /** HellaSwag (arXiv 1905.07830): the label is a digit as text */
  hellaSwag: shape(
    v.object({ ctx: text, endings: v.array(text), label: v.union([v.string(), v.number()]) }),
    ({ ctx, endings, label }) => ({
      prompt: ctx,
      options: endings,
      answer: label === '' ? null : within(Number(label), endings),
    }),
  ),
  /** PIQA (arXiv 1911.11641) */
  piqa: shape(v.object({ goal: text, sol1: text, sol2: text, label: v.number() }), (item) => {
    const options = [item.sol1, item.sol2];
    return { prompt: question(item.goal), options, answer: within(item.label, options) };
  }),
  /** BoolQ (arXiv 1905.10044) */
  boolQ: shape(v.object({ passage: text, question: text, answer: v.boolean() }), (item) => ({
    prompt: `${item.passage}\nQuestion: ${item.question.replace(/\?$/u, '')}?\nAnswer:`,
    options: ['no', 'yes'],
    answer: Number(item.answer),
  })),
  /** WinoGrande (arXiv 1907.10641): an option takes the place of “_”, and the rest of the sentence follows it */
  winoGrande: shape(
    v.object({
      sentence: v.pipe(
        text,
        v.check((sentence) => sentence.split('_').length === 2, 'expected one “_”'),
      ),
      option1: text,
      option2: text,
      answer: v.string(),
    }),
    ({ sentence, option1, option2, answer }) => {
      const [before = '', after = ''] = sentence.split('_');
      const options = [option1, option2].map((option) => `${option}${after}`);
      return { prompt: before.trimEnd(), options, answer: within(Number(answer) - 1, options) };
    },
  ),
} as const satisfies Readonly<Record<string, Read>>;

export type TaskShape = keyof typeof taskShapes;

/** A key that items of this shape have and those of no other. */
const marks: Readonly<Record<TaskShape, string>> = {
  winoGrande: 'sentence',
  boolQ: 'passage',
  piqa: 'goal',
  hellaSwag: 'endings',
  openBookQa: 'question_stem',
  arc: 'choices',
};

/** The shape of an item; null: none of these. */
export function taskShapeOf(value: unknown): TaskShape | null {
  if (typeof value !== 'object' || value === null) return null;
  const found = entriesOf(marks).find(([, key]) => key in value);
  return found?.[0] ?? null;
}
