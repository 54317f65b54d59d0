/** The evaluation check in Label Studio: a grade, or agreement with the automatic one. */
import { evaluationTask, type EvaluationAnswer, type EvaluationData } from '../../tasks/evaluation';
import { listIn } from '../form';
import { evaluationForm } from '../forms';
import { v } from '../../../base/schema';
import { saidBy, type Controls } from './result';
import { choiceTags, remarkControls, remarkTags, said, type Studio } from './studio';

const controls: Controls = {
  grade: { to: 'completion', type: 'choices' },
  agreement: { to: 'completion', type: 'choices' },
  ...remarkControls('completion'),
};

export const evaluationStudio: Studio<EvaluationData, EvaluationAnswer> = {
  form: evaluationForm,
  controls,
  spanControl: null,
  // Choices rather than the Rating widget, in which 0 means no choice.
  config: `<View>
  <Header value="How much does the continuation know of the text? 3 names or details only the text has, 2 typical of its theme, 1 could be a guess, 0 nothing"/>
  <Text name="prompt" value="$prompt"/>
  <Text name="completion" value="$completion"/>
  <Header value="What would give the text away"/>
  <Text name="references" value="$references"/>
  <Choices name="grade" toName="completion" choice="single" showInline="true" required="true">
${choiceTags(evaluationTask.labels).join('\n')}
  </Choices>
  <Choices name="agreement" toName="completion" choice="single" showInline="true">
${choiceTags(['agree', 'disagree']).join('\n')}
  </Choices>
${remarkTags('completion', evaluationTask.reasons)}
</View>
`,
  shownFields: (fields) => ({
    ...fields,
    references: (listIn(fields, 'references', v.string()) ?? []).join('\n'),
  }),
  resultsOf: ({ id, suggestion }, { grade }) => {
    const agreement = suggestion && (suggestion.answer.grade === grade ? 'agree' : 'disagree');
    return [
      ...said(`${id}-grade`, 'grade', controls, [String(grade)]),
      ...said(`${id}-agreement`, 'agreement', controls, agreement === null ? [] : [agreement]),
    ];
  },
  answerOf(found, results, reject) {
    const outputs = { grade: saidBy(results, 'grade'), agreement: saidBy(results, 'agreement') };
    return evaluationForm.answerOf(found, outputs, reject);
  },
};
