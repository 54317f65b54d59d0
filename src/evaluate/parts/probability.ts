/** Probability familiarity: the probability mass on next tokens that only a reader would expect. */
import type { Tokenizer } from '../../files/tokenizer';
import { expectations } from '../../model/score';
import { rowBatch, type EvalPart } from '../eval-context';
import { bareItem, metricResult, type Entry } from '../metric-results';
import { mean } from '../mean';
import { familiarMass, familiarShare, type Mass } from '../probability-familiarity';
import { answerTokens } from '../prompt-tokens';
import type { Questions } from '../questions';
import { commonStart } from '../../model/packed-prompts';

type Prompt = Questions['probability'][number];

/** The mass on familiar tokens; each item also has the mass on generic ones, and the familiar share of both. */
export const probability: EvalPart = {
  count: ({ questions }) => questions.probability.length,
  async *run(context, signal) {
    const { evaluated, tokenizer, questions } = context;
    const { config } = evaluated.model;
    const places = questions.probability.flatMap((one) => placesOf(one, tokenizer));
    const masses = new Map(
      questions.probability.map((one): [Prompt, Mass] => [one, { familiar: 0, generic: 0 }]),
    );
    let done = 0;
    const texts = places.map(({ before }) => before);
    for await (const group of expectations(evaluated, texts, rowBatch(context), signal)) {
      const rows = places.slice(done, done + group.length);
      for (const [i, place] of rows.entries()) {
        const [sum, here] = [masses.get(place.prompt), massAt(place, group[i] ?? [], config.vocabSize)];
        if (!sum) continue;
        masses.set(place.prompt, {
          familiar: sum.familiar + here.familiar,
          generic: sum.generic + here.generic,
        });
      }
      done += group.length;
      yield rows.filter(({ isLast }) => isLast).length;
    }
    const entries = Array.from(masses, ([one, mass]): Entry => ({
      item: { ...bareItem(one.prompt), references: [...one.familiar] },
      value: { score: mass.familiar, parts: { ...mass, share: familiarShare(mass) } },
    }));
    const meanOf = (name: string) => mean(entries.flatMap(({ value }) => value.parts?.[name] ?? []));
    const part = (name: string) => ({ n: entries.length, agg_value: meanOf(name) });
    return {
      probabilityFamiliarity: metricResult(meanOf('familiar'), entries, {
        groups: { generic: part('generic'), share: part('share') },
      }),
    };
  },
};

/** Where answers to a prompt begin: all at one place, unless the tokenizer spells some of them with a separate space. */
interface Place {
  readonly prompt: Prompt;
  /** the tokens before the answers */
  readonly before: Int32Array;
  /** how many of these all answers to the prompt share */
  readonly shared: number;
  /** the first token of each answer */
  readonly familiar: readonly number[];
  readonly generic: readonly number[];
  /** of this prompt */
  readonly isLast: boolean;
}

/** The mass at one place, from ln p of every token after each token before it, [n, V]. */
function massAt(
  { before, shared, familiar, generic }: Place,
  logs: ArrayLike<number>,
  vocabSize: number,
): Mass {
  let toHere = 0;
  for (let at = shared; at < before.length; at++)
    toHere += logs[(at - 1) * vocabSize + (before[at] ?? 0)] ?? 0;
  const last = (before.length - 1) * vocabSize;
  const probabilities = Array.from({ length: vocabSize }, (_, id) =>
    Math.exp(toHere + (logs[last + id] ?? 0)),
  );
  return familiarMass(probabilities, { familiar, generic });
}

function placesOf(prompt: Prompt, tokenizer: Tokenizer): Place[] {
  const starts = (answers: readonly string[]) =>
    answers.map((answer) => {
      const { ids, start } = answerTokens(tokenizer, { prompt: prompt.prompt, answer });
      return { before: ids.slice(0, start), first: ids[start] ?? -1 };
    });
  const [familiar, generic] = [starts(prompt.familiar), starts(prompt.generic)];
  const befores = [
    ...new Map([...familiar, ...generic].map(({ before }) => [before.join(), before])).values(),
  ];
  const shared = commonStart(befores);
  return befores.map((before, i) => {
    const here = (all: typeof familiar) =>
      all.flatMap((one) => (one.before.join() === before.join() ? [one.first] : []));
    const isLast = i === befores.length - 1;
    return { prompt, before, shared, familiar: here(familiar), generic: here(generic), isLast };
  });
}
