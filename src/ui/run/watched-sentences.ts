/** The sentences that are watched while a model unlearns, and the name that is swapped in its text. */
import type { Dataset } from '../../lab/dataset';
import type { Proof } from '../../recorded/proof';
import type { Watched } from './shown-proof';
import type { Subject } from './subject';

/** Sentences about another text than the book that are watched. */
const OF_ANOTHER_TEXT = 4;

type Texts = Pick<Dataset, 'prompts' | 'dictionary'>;

/**
 * Those of the proof about the book that comes with the page; else the first questions about the text, with those of the
 * proof about what the shipped models are to keep. `proof`, `dataset`: null until they are fetched
 */
export function watchedSentences(
  { forget, keep }: Subject,
  proof: Pick<Proof, 'sentences'> | null,
  dataset: Texts | null,
): readonly Watched[] {
  const ofProof = proof?.sentences.map(({ kind, prompt, answer }) => ({ kind, prompt, answer })) ?? [];
  if (proof && forget === 'book') return ofProof;
  const asked = dataset?.prompts.slice(0, OF_ANOTHER_TEXT) ?? [];
  return [
    ...asked.map(({ prompt, references: [answer = null] }) => ({ kind: 'forget' as const, prompt, answer })),
    ...(keep === 'book' ? ofProof.filter(({ kind }) => kind !== 'forget') : []),
  ];
}

/** A name of the text, and what the translation writes instead; null without one. */
export function swapOf(
  { forget }: Subject,
  proof: Pick<Proof, 'swap'> | null,
  dataset: Texts | null,
): Proof['swap'] | null {
  if (forget === 'book') return proof?.swap ?? null;
  const [entry] = dataset?.dictionary ?? [];
  return entry ? { term: entry.term, translation: entry.translations[0] } : null;
}
