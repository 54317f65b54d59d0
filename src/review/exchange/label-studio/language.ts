/** The language check in Label Studio: a verdict and, if it is bad, a better continuation. */
import { languageTask, verdicts, type LanguageAnswer, type LanguageData } from '../../tasks/language';
import { languageForm } from '../forms';
import { saidBy, type Controls } from './result';
import { choiceTags, remarkControls, remarkTags, said, type Studio } from './studio';

const controls: Controls = {
  verdict: { to: 'completion', type: 'choices' },
  better: { to: 'completion', type: 'textarea' },
  ...remarkControls('completion'),
};

export const languageStudio: Studio<LanguageData, LanguageAnswer> = {
  form: languageForm,
  controls,
  spanControl: null,
  config: `<View>
  <Header value="Is the continuation good language here?"/>
  <Text name="prompt" value="$prompt"/>
  <Text name="completion" value="$completion"/>
  <Choices name="verdict" toName="completion" choice="single" showInline="true" required="true">
${choiceTags(verdicts).join('\n')}
  </Choices>
  <TextArea name="better" toName="completion" maxSubmissions="1" placeholder="A better continuation"/>
${remarkTags('completion', languageTask.reasons)}
</View>
`,
  shownFields: (fields) => fields,
  resultsOf: ({ id }, { verdict, replacement }) => [
    ...said(`${id}-verdict`, 'verdict', controls, [verdict]),
    ...said(`${id}-better`, 'better', controls, replacement === null ? [] : [replacement]),
  ],
  answerOf(found, results, reject) {
    const outputs = { verdict: saidBy(results, 'verdict'), replacement: saidBy(results, 'better') };
    return languageForm.answerOf(found, outputs, reject);
  },
};
