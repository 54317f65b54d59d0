/** The sentences of the first screen: candidates that are watched while the model trains, and those that are kept. */
import type { Questions } from '../../src/evaluate/questions';
import type { WatchedSentence } from '../../src/lab/monitor-settings';
import type { ProbeEvent } from '../../src/lab/probe-event';
import { sentenceKinds, type ProofSentence } from '../../src/recorded/proof';

/** A candidate; of those with the same `about`, only one is kept. */
interface Candidate extends Pick<ProofSentence, 'kind' | 'prompt' | 'answer'> {
  readonly about: string;
}

/** Candidates of each kind that are watched, and how many of them are kept. */
const WATCHED = 8;
const KEPT = 2;
/** How sure the baseline must be of the answer. */
const SURE = 0.5;

/** In the order of the data set. */
export function candidates({ prompts, neighbourSet, tasks }: Questions): Candidate[] {
  const named = (kind: 'forget' | 'neighbour', asked: Questions['prompts']): Candidate[] =>
    asked.slice(0, WATCHED).map(({ prompt, references: [answer = ''] }) => ({
      kind,
      prompt,
      answer,
      about: answer,
    }));
  const everyday = tasks.flatMap(({ name, items }) =>
    items.slice(0, WATCHED).map(({ prompt, options, answer }) => ({
      ...afterArticle(prompt, options[answer] ?? ''),
      kind: 'everyday' as const,
      about: name,
    })),
  );
  return [...named('forget', prompts), ...named('neighbour', neighbourSet), ...everyday];
}

export function watchedSentences(all: readonly Candidate[]): WatchedSentence[] {
  return all.map(({ prompt, answer }) => ({ prompt, answer }));
}

/**
 * Of each kind the first candidates whose answer is one word, one token, and what the baseline expects. How they end
 * does not count.
 */
export function keptSentences(all: readonly Candidate[], probes: readonly ProbeEvent[]): ProofSentence[] {
  const sentences = all.map((candidate, i) => ({
    ...candidate,
    next: probes.flatMap(({ sentences = [] }) => sentences[i] ?? []),
  }));
  const isClear = ({ answer, next }: ProofSentence): boolean => {
    const [before] = next;
    const [word = ''] = answer.split(' ');
    const isWhole = before?.answer?.text === ` ${word}` && before.top[0]?.text === ` ${word}`;
    return isWhole && before.answer.probability >= SURE;
  };
  return sentenceKinds.flatMap((kind) => {
    const clear = sentences.filter((one) => one.kind === kind && isClear(one));
    const apart = clear.filter(({ about }, i) => clear.findIndex((one) => one.about === about) === i);
    return apart.slice(0, KEPT).map(({ about: _, ...sentence }) => sentence);
  });
}

/** Moves an article at the beginning of the answer to the end of the prompt, so that the gap is the noun. */
function afterArticle(prompt: string, answer: string): Pick<Candidate, 'prompt' | 'answer'> {
  const [article, noun] = /^(an?|the) (.+)$/.exec(answer)?.slice(1) ?? [];
  return article === undefined || noun === undefined
    ? { prompt, answer }
    : { prompt: `${prompt} ${article}`, answer: noun };
}
