/** The three tasks’ items and answers as flat records, with the field names that the exchange formats use. */
import { v } from '../../base/schema';
import { anchorsTask, type AnchorAnswer, type AnchorData } from '../tasks/anchors';
import { evaluationTask, gradeOf, type EvaluationAnswer, type EvaluationData } from '../tasks/evaluation';
import {
  languageTask,
  verdicts,
  type LanguageAnswer,
  type LanguageData,
  type Verdict,
} from '../tasks/language';
import { listIn, idIn, numberIn, textIn, type Form } from './form';
import { saidLabel, saidText } from './said-value';
import { answerFromList } from './span-list';
import { markedSpans } from './spans';

export const anchorForm: Form<AnchorData, AnchorAnswer> = {
  task: anchorsTask,
  hasSpans: true,
  fieldsOf: ({ text, blockId }) => ({ text, block_id: blockId }),
  textOf: (fields) => textIn(fields, 'text'),
  dataOf(fields, id) {
    const text = textIn(fields, 'text');
    return text === null ? null : { text, blockId: idIn(fields, 'block_id') ?? id };
  },
  outputs: ['spans'],
  outputsOf: ({ data }, answer) => ({
    spans: markedSpans(answer).map(({ start, end, kind, translations }) => ({
      start,
      end,
      text: data.text.slice(start, end),
      kind,
      translations,
    })),
  }),
  answerOf: answerFromList,
};

/** The verdict that a better continuation without one implies. */
export const IMPLIED: Verdict = 'incorrect';

const option = v.object({ text: v.string(), probability: v.number() });

export const languageForm: Form<LanguageData, LanguageAnswer> = {
  task: languageTask,
  hasSpans: false,
  fieldsOf: ({ prompt, completion, tokenProbability, blockId, position, options }) => ({
    prompt,
    completion,
    token_prob: tokenProbability,
    block_id: blockId,
    position,
    options,
  }),
  textOf: promptAndCompletion,
  dataOf(fields, id) {
    const [prompt, completion] = [textIn(fields, 'prompt'), textIn(fields, 'completion')];
    if (prompt === null || completion === null) return null;
    return {
      prompt,
      completion,
      tokenProbability: numberIn(fields, 'token_prob') ?? 0,
      blockId: idIn(fields, 'block_id') ?? id,
      position: numberIn(fields, 'position') ?? 0,
      options: listIn(fields, 'options', option) ?? [],
    };
  },
  outputs: ['verdict', 'replacement'],
  outputsOf: (_item, { verdict, replacement }) => ({ verdict, replacement: replacement ?? '' }),
  answerOf(_found, outputs, reject) {
    const [label, replacement] = [saidText(outputs.verdict), textIn(outputs, 'replacement')];
    if (label === null && replacement === null) return reject('incomplete');
    const verdict = saidLabel(verdicts, label ?? IMPLIED);
    return verdict === undefined ? reject('unknown-label', label ?? '') : { verdict, replacement };
  },
};

export const evaluationForm: Form<EvaluationData, EvaluationAnswer> = {
  task: evaluationTask,
  hasSpans: false,
  fieldsOf: ({ prompt, completion, references }) => ({ prompt, completion, references }),
  textOf: promptAndCompletion,
  dataOf(fields) {
    const [prompt, completion] = [textIn(fields, 'prompt'), textIn(fields, 'completion')];
    if (prompt === null || completion === null) return null;
    const lines = textIn(fields, 'references')?.split('\n') ?? [];
    return { prompt, completion, references: listIn(fields, 'references', v.string()) ?? lines, voice: null };
  },
  outputs: ['grade'],
  outputsOf: (_item, { grade }) => ({ grade: String(grade) }),
  answerOf({ item: { suggestion } }, outputs, reject) {
    const label = numberIn(outputs, 'grade') ?? saidText(outputs.grade);
    const agreed = textIn(outputs, 'agreement') === 'agree' ? suggestion?.answer.grade : undefined;
    if (label === null) return agreed === undefined ? reject('incomplete') : { grade: agreed };
    const grade = gradeOf(label);
    return grade === null ? reject('unknown-label', label) : { grade };
  },
};

function promptAndCompletion(fields: Readonly<Record<string, unknown>>): string | null {
  const [prompt, completion] = [textIn(fields, 'prompt'), textIn(fields, 'completion')];
  return prompt === null || completion === null ? null : `${prompt}\n${completion}`;
}
