/** The second pass: the model reads all entries together and changes those that do not fit the others. */
import { append } from '../../base/append';
import type { AnswerFault } from '../answer-faults';
import type { Answerer } from '../answerer';
import { insist } from '../insist';
import { fill, type Prompt } from '../template';
import { foldTerm } from '../../text/fold';
import type { Asking } from './ask-terms';
import { generic } from './merge-suggestions';
import { NO_LIST, readTerms, type Rejected } from './read-terms';
import type { SuggestedEntry } from './suggested-entry';

export interface Consistent {
  readonly entries: readonly SuggestedEntry[];
  /** Terms with other translations than before. */
  readonly changed: readonly string[];
  readonly rejected: readonly Rejected[];
}

const areTerms: AnswerFault = { code: 'terms-themselves', params: {} };
/** Entries of one question. */
const AT_ONCE = 40;

/** Terms stay as they are; only translations change. @throws as answerers do */
export async function makeConsistent(
  entries: readonly SuggestedEntry[],
  asking: Omit<Asking, 'prompt'> & { readonly answerer: Answerer; readonly prompt: Prompt },
): Promise<Consistent> {
  const known = new Map(entries.map((entry) => [foldTerm(entry.term), entry]));
  const rejected: Rejected[] = [];
  const changed = new Set<string>();
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    for (const { term, translations } of await ask(entries.slice(from, from + AT_ONCE), asking, rejected)) {
      const key = foldTerm(term);
      const before = known.get(key);
      if (!before) {
        rejected.push({ item: term, because: 'entry', detail: null });
        continue;
      }
      const [after] = generic(
        entries.map((one) => (one.term === before.term ? { ...one, translations } : one)),
      ).kept.filter((one) => one.term === before.term);
      if (!after) rejected.push({ item: term, because: 'translations', detail: areTerms });
      else if (JSON.stringify(after.translations) !== JSON.stringify(before.translations)) {
        known.set(key, after);
        changed.add(before.term);
      }
    }
  }
  return { entries: [...known.values()], changed: [...changed], rejected };
}

async function ask(
  entries: readonly SuggestedEntry[],
  { answerer, prompt, maxTokens, signal, hear }: Asking,
  rejected: Rejected[],
): Promise<ReturnType<typeof readTerms>['terms']> {
  const lines = entries.map(({ term, kind, translations }) => JSON.stringify({ term, kind, translations }));
  const question = { messages: fill(prompt, { entries: lines.join('\n') }), maxTokens, isJson: true };
  const answers = await insist(
    answerer,
    question,
    ({ text }) => {
      const value = readTerms(text);
      return { value, complaint: value.isList ? null : NO_LIST };
    },
    signal,
    hear,
  );
  for (const answer of answers) append(rejected, answer.rejected);
  return answers.flatMap(({ terms }) => terms);
}
