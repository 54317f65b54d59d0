/**
 * Everyday knowledge as training documents, and as five multiple-choice tasks in sentence forms that no document uses:
 * which object fits, simple cause, what happens next, order, who is meant.
 */
import { pick, prng, shuffled, type Prng } from '../../../src/base/prng';
import type { Split } from '../../../src/evaluate/split';
import { slots } from '../everyday/slots';
import { expand } from '../expand';
import { capital } from '../facts/frames';
import { lines, table } from '../lines';
import { causeForms, eventForms, objectForms, orderForms, personForms, type Forms } from './patterns';

export interface Item {
  /** The text before the answer, without a trailing space. */
  readonly prompt: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
}

export interface Task {
  readonly name: string;
  /** A text that teaches one row. */
  document(random: Prng): string;
  /** A question in a held-out form of the split. */
  item(split: Split, random: Prng): Item;
}

const OPTIONS = 4;

/** `group`: rows whose answers are plausible wrong answers for one another. */
type Row = readonly [one: string, two: string, group?: string];

function pairTask(name: string, rows: readonly Row[], forms: Forms): Task {
  return {
    name,
    document: (random) => filled(pick(random, forms.trained), pick(random, rows), random),
    item(split, random) {
      const [one, two, group] = pick(random, rows);
      const isRight = (answer: string): boolean => rows.some(([a, b]) => a === one && b === answer);
      const near = rows.filter((row) => row[2] === group);
      const answers = [...new Set((near.length > OPTIONS ? near : rows).map((row) => row[1]))];
      const wrong = shuffled(
        random,
        answers.filter((answer) => !isRight(answer)),
      );
      return question(
        filled(pick(random, forms.held[split]), [one, MARK], random),
        two,
        wrong,
        OPTIONS,
        random,
      );
    },
  };
}

/** A placeholder for the answer while a question is expanded; no word contains it. */
const MARK = '@';

function filled(form: string, [one, two]: Row, random: Prng): string {
  const values: Readonly<Record<string, string>> = { one, two, One: capital(one), Two: capital(two) };
  return expand(
    form.replace(/\{(one|two|One|Two)\}/g, (_, name: string) => values[name] ?? ''),
    slots,
    random,
  );
}

function question(text: string, right: string, wrong: readonly string[], most: number, random: Prng): Item {
  const options = shuffled(random, [right, ...wrong.slice(0, most - 1)]);
  const prompt = text.slice(0, text.indexOf(MARK)).trimEnd();
  // An article before the answer is moved into each option, so that it gives nothing away.
  const article = /\ba$/.exec(prompt) !== null;
  return article
    ? { prompt: prompt.slice(0, -2), options: options.map(withArticle), answer: options.indexOf(right) }
    : { prompt, options, answer: options.indexOf(right) };
}

const withArticle = (noun: string): string => (/^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`);

/** A row for each item of a sequence and its successor. */
const successors = (path: string): Row[] =>
  lines(path).flatMap((line) => {
    const items = line.split(',').map((item) => item.trim());
    return items.slice(1).map((item, i): Row => [items[i] ?? '', item, line]);
  });

const pairs = (path: string): Row[] => table(path).map(([one = '', two = '']): Row => [one, two]);

/** Swaps the columns: the table has (effect, cause), and documents use (cause, effect). */
const reversed = (rows: readonly Row[]): Row[] => rows.map(([one, two]): Row => [two, one]);

/** A boy and a girl: documents ask whom a pronoun refers to, questions which pronoun refers to the one who acts. */
function personTask(
  name: string,
  trained: readonly Row[],
  held: Readonly<Record<Split, readonly Row[]>>,
): Task {
  const genders = (random: Prng) => shuffled(random, ['boy', 'girl']);
  const named = (text: string, [x = '', y = '']: readonly string[]): string =>
    text.replace('{x}', `{${x}:x}`).replace('{y}', `{${y}:y}`);
  return {
    name,
    document(random) {
      const [told, did] = pick(random, trained);
      const scene = named(told, genders(random));
      const meant = /\{([xy])\.they\}/i.exec(told)?.[1]?.toLowerCase() ?? 'x';
      const form = pick(random, personForms).replace('{scene}', scene).replace('{one}', did);
      return expand(form.replace('{two}', `{${meant}}`), slots, random);
    },
    item(split, random) {
      const [told, clause] = pick(random, held[split]);
      const whole = `${named(told, genders(random))} ${MARK}#${clause}`;
      const [text = '', right = ''] = expand(whole, slots, random).split('#');
      const wrong = right.replace(/\bs?he\b/, (pronoun) => (pronoun === 'he' ? 'she' : 'he'));
      return question(text, right, [wrong], 2, random);
    },
  };
}

export const tasks: readonly Task[] = [
  pairTask('object', pairs('knowledge/objects.txt'), objectForms),
  pairTask('cause', reversed(pairs('knowledge/causes.txt')), causeForms),
  pairTask('next', pairs('knowledge/events.txt'), eventForms),
  pairTask('order', successors('knowledge/orders.txt'), orderForms),
  personTask('person', pairs('knowledge/people.txt'), {
    development: pairs('knowledge/people-held.txt'),
    test: pairs('knowledge/people-test.txt'),
  }),
];

/** `n` distinct questions of a task. */
export function taskItems(task: Task, split: Split, seed: number, n: number): Item[] {
  const random = prng(seed);
  const items = new Map<string, Item>();
  while (items.size < n) {
    const item = task.item(split, random);
    items.set(item.prompt, item);
  }
  return [...items.values()];
}
