/** Converts votes to answers: a table of votes says nothing else about its tasks. */
import { addSpan } from '../../anchors/span-edits';
import {
  anchorsTask,
  isConfirmed,
  overlaps,
  spanKey,
  type AnchorAnswer,
  type AnchorData,
  type TextRange,
} from '../../tasks/anchors';
import { evaluationTask, type EvaluationAnswer, type EvaluationData } from '../../tasks/evaluation';
import { languageTask, type LanguageAnswer, type LanguageData } from '../../tasks/language';
import type { Item, ReviewTask } from '../../task';
import { evaluationForm, IMPLIED, languageForm } from '../forms';
import { isRange } from '../offsets';
import type { Reject } from '../rejected';

/** One annotator’s votes on one item: labels by question, and the text if the task has one. */
interface Ballot {
  readonly labels: ReadonlyMap<string, string>;
  /** Every question about the item, in the file and among the decisions here. */
  readonly asked: ReadonlySet<string>;
  /** Whether the file says that these are all votes of a complete answer. */
  readonly isWhole: boolean;
  readonly text: string | null;
  /** The function that lists a vote at its line. */
  readonly rejectOn: (question: string) => Reject;
}

/** The text that answers of a task have besides their labels. */
export interface Texts<A> {
  readonly of: (answer: A) => string | null;
  /** The answer with a text; null: there is no answer yet. */
  readonly withText: (answer: A | null, text: string) => A;
}

export interface Ballots<D, A> {
  readonly task: ReviewTask<D, A>;
  /** The part of the key that all questions about an item share. */
  readonly keyOf: (item: Item<D, A>) => string;
  /** The same part, taken from a question. */
  readonly keyIn: (question: string) => string;
  /** null, after a call of `reject`, if the ballot does not answer the item. */
  readonly answerOf: (item: Item<D, A>, ballot: Ballot) => A | null;
  /** null if answers have none. */
  readonly texts: Texts<A> | null;
}

/**
 * Spans are voted on one by one; a span that was not suggested is added if the vote is yes. In a complete answer, a span
 * that is not there is a “no”: so only a ballot that is whole, and on every span that anyone was asked about, is one.
 */
export const anchorBallots: Ballots<AnchorData, AnchorAnswer> = {
  task: anchorsTask,
  keyOf: ({ data }) => data.blockId,
  keyIn: (question) => question.split('|').slice(0, -2).join('|'),
  texts: null,
  answerOf({ data, suggestion }, { labels, asked, isWhole, rejectOn }) {
    const open = new Map(labels);
    const spans = (suggestion?.answer.spans ?? []).map((span) => {
      const label = open.get(spanKey(data, span));
      open.delete(spanKey(data, span));
      if (label === undefined) return span;
      return { ...span, status: label === 'yes' ? ('accepted' as const) : ('rejected' as const) };
    });
    let answer: AnchorAnswer = { spans, isComplete: false };
    const noes: TextRange[] = [];
    let used = labels.size;
    for (const [question, label] of open) {
      const range = rangeIn(question);
      const isTaken = answer.spans.some((span) => isConfirmed(span) && overlaps(span, range));
      const problem = !isRange(data.text, range) ? 'offsets' : label === 'yes' && isTaken ? 'overlap' : null;
      if (problem !== null) {
        rejectOn(question)(problem, question);
        used -= 1;
      } else if (label === 'no') noes.push(range);
      else answer = addSpan(answer, range, { kind: 'other', translations: [] });
    }
    if (used === 0) return null;
    const isOnAll = spans.every(({ status }) => status !== 'drafted') && [...asked].every((question) => labels.has(question)); // prettier-ignore
    const isComplete = isWhole && isOnAll && used === labels.size;
    return isComplete ? { ...answer, isComplete } : noes.reduce(withRejected, answer);
  },
};

/** The answer with an explicit “no” to a span that was not suggested. */
function withRejected({ spans, isComplete }: AnchorAnswer, { start, end }: TextRange): AnchorAnswer {
  return {
    spans: [...spans, { start, end, kind: 'other', translations: [], status: 'rejected' }],
    isComplete,
  };
}

export const languageBallots: Ballots<LanguageData, LanguageAnswer> = {
  task: languageTask,
  keyOf: ({ id }) => id,
  keyIn: (question) => question,
  texts: {
    of: ({ replacement }) => replacement,
    withText: (answer, replacement) => ({ verdict: answer?.verdict ?? IMPLIED, replacement }),
  },
  answerOf(item, { labels, text, rejectOn }) {
    return languageForm.answerOf(
      { item, textInFile: null },
      { verdict: labels.get(item.id) ?? '', replacement: text ?? '' },
      rejectOn(item.id),
    );
  },
};

export const evaluationBallots: Ballots<EvaluationData, EvaluationAnswer> = {
  task: evaluationTask,
  keyOf: ({ id }) => id,
  keyIn: (question) => question,
  texts: null,
  answerOf: (item, { labels, rejectOn }) =>
    evaluationForm.answerOf(
      { item, textInFile: null },
      { grade: labels.get(item.id) ?? '' },
      rejectOn(item.id),
    ),
};

function rangeIn(question: string): TextRange {
  const [start = NaN, end = NaN] = question.split('|').slice(-2).map(Number);
  return { start, end };
}
