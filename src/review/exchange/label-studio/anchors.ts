/** The anchor check in Label Studio: spans, each with a kind and translations that share its id. */
import { groupBy } from '../../../base/group';
import { isAt } from '../../anchors/span-edits';
import { anchorKinds, anchorsTask, type AnchorAnswer, type AnchorData } from '../../tasks/anchors';
import { anchorForm } from '../forms';
import { ANCHOR, answerFromSpans, kindOfLabel, markedSpans, type ForeignSpan } from '../spans';
import { saidBy, textareaTexts, type Controls, type ForeignResult, type Result } from './result';
import { choiceTags, remarkControls, remarkTags, type Studio } from './studio';

const SPANS = 'label';

const controls: Controls = {
  [SPANS]: { to: 'text', type: 'labels' },
  kind: { to: 'text', type: 'choices', isPerSpan: true },
  translation: { to: 'text', type: 'textarea', isPerSpan: true },
  ...remarkControls('text'),
};

export const anchorStudio: Studio<AnchorData, AnchorAnswer> = {
  form: anchorForm,
  controls,
  spanControl: SPANS,
  config: `<View>
  <Labels name="${SPANS}" toName="text">
    <Label value="${ANCHOR}" background="#d97706"/>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
  <Choices name="kind" toName="text" perRegion="true" choice="single" showInline="true">
${choiceTags(anchorKinds).join('\n')}
  </Choices>
  <TextArea name="translation" toName="text" perRegion="true" placeholder="Generic translation"/>
${remarkTags('text', anchorsTask.reasons)}
</View>
`,
  shownFields: (fields) => fields,
  resultsOf: ({ data, suggestion }, answer) =>
    markedSpans(answer).flatMap((span): Result[] => {
      const { start, end, kind, translations } = span;
      const before = suggestion?.answer.spans.find((one) => isAt(one, span));
      // Without a value the suggested translations would stay; an empty list says that there are none.
      const isSaid = translations.length > 0 || (before?.translations.length ?? 0) > 0;
      const place = { start, end, text: data.text.slice(start, end) };
      const id = `span-${start}-${end}`;
      const about = (name: string, type: Result['type'], value: Result['value']): Result => ({
        id,
        from_name: name,
        to_name: 'text',
        type,
        value: { ...place, ...value },
      });
      return [
        about(SPANS, 'labels', { labels: [ANCHOR] }),
        about('kind', 'choices', { choices: [kind] }),
        ...(isSaid ? [about('translation', 'textarea', { text: translations })] : []),
      ];
    }),
  answerOf(found, results, reject) {
    const spans: ForeignSpan[] = [];
    for (const [id, group] of groupBy(results, (result) => result.id)) {
      const labels = group.filter(({ from_name: name }) => name === SPANS);
      const lone = group.find(({ value }) => value.start !== undefined);
      if (labels.length === 0 && lone) return reject('incomplete', lone.value);
      for (const label of labels) {
        const span = spanOf(label, id === '' ? [] : group);
        if (typeof span === 'string') return reject(span, label.value);
        spans.push(span);
      }
    }
    return answerFromSpans(found, spans, reject);
  },
};

/** A span with the values of its region’s other controls. */
function spanOf(
  label: ForeignResult,
  region: readonly ForeignResult[],
): ForeignSpan | 'unreadable' | 'unknown-label' {
  const { start, end, text } = label.value;
  if (typeof start !== 'number' || typeof end !== 'number') return 'unreadable';
  const kinds = textareaTexts(label)
    .map(kindOfLabel)
    .filter((kind) => kind !== undefined);
  const [kindOfName] = kinds;
  if (kindOfName === undefined) return 'unknown-label';
  const chosen = kindOfLabel(saidBy(region, 'kind') ?? '');
  const translations = region.filter(({ from_name: name }) => name === 'translation');
  return {
    start,
    end,
    text: typeof text === 'string' ? text : null,
    kind: chosen ?? kindOfName,
    translations: translations.length > 0 ? translations.flatMap(textareaTexts) : null,
  };
}
