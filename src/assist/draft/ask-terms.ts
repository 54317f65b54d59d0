/** Asks for the terms of one portion of a text. */
import { append } from '../../base/append';
import { hasCode } from '../../base/errors';
import { placesOf } from '../../text/places';
import { explainFault } from '../answer-faults';
import type { Answerer } from '../answerer';
import { assistErrors } from '../errors';
import { insist } from '../insist';
import { fill, type Prompt } from '../template';
import { positionsOf, type Position } from './positions';
import { halvesOf, type Portion } from './portions';
import { NO_LIST, readTerms, type ReadAnswer, type ReadTerm, type Rejected } from './read-terms';

export interface PortionDraft {
  readonly portion: Portion;
  /** Those that the portion has. */
  readonly terms: readonly ReadTerm[];
  readonly rejected: readonly Rejected[];
  /** Offsets in the passage. */
  readonly positions: readonly Position[];
}

export interface Asking {
  readonly answerer: Answerer;
  readonly prompt: Prompt;
  /** Most tokens of one answer. */
  readonly maxTokens: number;
  readonly signal: AbortSignal;
  readonly hear: Parameters<typeof insist>[4];
}

/** A portion that is too long for the model is asked about in halves, and so on. @throws as answerers do */
export async function askTerms(portion: Portion, asking: Asking): Promise<PortionDraft[]> {
  try {
    return [await askWhole(portion, asking)];
  } catch (error) {
    const halves = hasCode(error, assistErrors, 'assist/too-long') ? halvesOf(portion) : null;
    if (!halves) throw error;
    const drafts: PortionDraft[] = [];
    for (const half of halves) append(drafts, await askTerms(half, asking));
    return drafts;
  }
}

async function askWhole(portion: Portion, asking: Asking): Promise<PortionDraft> {
  const { answerer, prompt, maxTokens, signal, hear } = asking;
  const question = { messages: fill(prompt, { passage: portion.text }), maxTokens, isJson: true };
  const answers = await insist(
    answerer,
    question,
    ({ text }) => {
      const value = readTerms(text);
      return { value, complaint: complaintAbout(value) };
    },
    signal,
    hear,
  );
  return checked(portion, answers);
}

/** An answer with something usable is taken; an empty list is an answer, too. */
function complaintAbout({ terms, rejected, isList }: ReadAnswer): string | null {
  const [first] = rejected;
  if (terms.length > 0 || !first) return isList ? null : NO_LIST;
  return `${first.item}: ${explainFault(first.detail)}`;
}

/** What all tries said, against the portion. */
function checked(portion: Portion, answers: readonly ReadAnswer[]): PortionDraft {
  const terms: ReadTerm[] = [];
  const rejected: Rejected[] = answers.flatMap((answer) => answer.rejected);
  const positions: Position[] = [];
  for (const term of answers.flatMap((answer) => answer.terms)) {
    const places = placesOf(portion.text, term.term).filter(({ isWhole }) => isWhole);
    if (places.length === 0) {
      rejected.push({ item: term.term, because: 'absent', detail: null });
      continue;
    }
    terms.push(term);
    const found = positionsOf(
      term.term,
      term.positions,
      places.map(({ start }) => start),
    );
    const inPassage = found.map((one) => ({
      ...one,
      said: one.said + portion.start,
      found: one.found === null ? null : one.found + portion.start,
    }));
    append(positions, inPassage);
  }
  return { portion, terms, rejected, positions };
}
