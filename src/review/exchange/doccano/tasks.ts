/**
 * How each task looks in doccano’s JSONL: `{"text": …, "label": [[start, end, "ANCHOR"]]}` for spans, `{"text": …,
 * "label": ["correct"]}` for the other two. Offsets are code points. doccano keeps other keys as metadata, and does not
 * name the annotator.
 */
import type { Item } from '../../task';
import type { AnchorAnswer, AnchorData } from '../../tasks/anchors';
import type { EvaluationAnswer, EvaluationData } from '../../tasks/evaluation';
import type { LanguageAnswer, LanguageData } from '../../tasks/language';
import type { FormFields, Form, FoundItem } from '../form';
import { anchorForm, evaluationForm, languageForm } from '../forms';
import { toCodePoints } from '../offsets';
import type { Reject } from '../rejected';
import { ANCHOR, answerFromSpans, kindOfLabel, markedSpans, type ForeignSpan } from '../spans';
import { readSpan, type Line } from './line';

/** How a task is written to doccano, and read. */
export interface Doccano<D, A> {
  readonly form: Form<D, A>;
  /** Whether annotators must not see the suggestion. */
  readonly isBlind: boolean;
  /** What doccano shows. */
  readonly textOf: (data: D) => string;
  /** The rest of an answer besides its labels, as metadata. */
  readonly extrasOf: (answer: A) => FormFields;
  readonly labelsOf: (item: Item<D, A>, answer: A) => readonly unknown[];
  /** null, after a call of `reject`, if the line has no answer. */
  readonly answerOf: (found: FoundItem<D, A>, line: Line, reject: Reject) => A | null;
}

/** Kinds and translations are not exported; an import takes them from the suggestion. */
export const anchorDoccano: Doccano<AnchorData, AnchorAnswer> = {
  form: anchorForm,
  isBlind: false,
  textOf: ({ text }) => text,
  extrasOf: () => ({}),
  labelsOf: ({ data }, answer) =>
    markedSpans(answer).map((span) => {
      const { start, end } = toCodePoints(data.text, span);
      return [start, end, ANCHOR];
    }),
  answerOf(found, { labels }, reject) {
    const spans: ForeignSpan[] = [];
    for (const label of labels) {
      const span = readSpan(label);
      if (span === null) return reject('unreadable', label);
      const kind = kindOfLabel(span.label);
      if (kind === undefined) return reject('unknown-label', span.label);
      spans.push({ start: span.start, end: span.end, text: null, kind, translations: null });
    }
    return answerFromSpans(found, spans, reject, ['code-points']);
  },
};

export const languageDoccano: Doccano<LanguageData, LanguageAnswer> = {
  form: languageForm,
  isBlind: false,
  textOf: ({ prompt, completion }) => `${prompt}${completion}`,
  extrasOf: ({ replacement }) => ({ replacement }),
  labelsOf: (_item, { verdict }) => [verdict],
  answerOf(found, { labels, fields }, reject) {
    const [verdict, ...others] = new Set(labels);
    return others.length > 0
      ? reject('several', labels)
      : languageForm.answerOf(found, { ...fields, verdict }, reject);
  },
};

export const evaluationDoccano: Doccano<EvaluationData, EvaluationAnswer> = {
  form: evaluationForm,
  isBlind: true,
  textOf: ({ prompt, completion }) => `${prompt}${completion}`,
  extrasOf: () => ({}),
  labelsOf: (_item, { grade }) => [String(grade)],
  answerOf(found, { labels }, reject) {
    const [grade, ...others] = new Set(labels);
    return others.length > 0 ? reject('several', labels) : evaluationForm.answerOf(found, { grade }, reject);
  },
};
