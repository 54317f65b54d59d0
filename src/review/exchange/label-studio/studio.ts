/** How one task is shown in Label Studio: its labelling configuration and its controls’ results. */
import type { Item } from '../../task';
import type { FormFields, Form, FoundItem } from '../form';
import type { Reject } from '../rejected';
import type { Controls, ForeignResult, Result } from './result';

export interface Studio<D, A> {
  readonly form: Form<D, A>;
  /** The labelling configuration, XML. */
  readonly config: string;
  readonly controls: Controls;
  /** The control of spans; null in a task without them. */
  readonly spanControl: string | null;
  /** The fields of a task for the configuration’s objects: texts. */
  readonly shownFields: (fields: FormFields) => FormFields;
  readonly resultsOf: (item: Item<D, A>, answer: A) => readonly Result[];
  /** null, after a call of `reject`, if the results are not an answer. */
  readonly answerOf: (found: FoundItem<D, A>, results: readonly ForeignResult[], reject: Reject) => A | null;
}

/** The choices of the control `role`: a final decision, and a golden answer. */
export const roles = { final: 'adjudicator', golden: 'golden' } as const;

/**
 * Controls of every interface: reason and comment, and, hidden, the reviewer and the role of an answer given here. They
 * are results because Label Studio keeps nothing else: it gives all imported annotations to the importing user, refuses
 * a file that names an unknown one, and leaves `ground_truth` out of JSON_MIN. (`annotator` is a key of JSON_MIN.)
 */
export function remarkControls(to: string): Controls {
  return {
    reason: { to, type: 'choices' },
    comment: { to, type: 'textarea' },
    reviewer: { to, type: 'textarea' },
    role: { to, type: 'choices' },
  };
}

/** The same controls as XML. */
export function remarkTags(to: string, reasons: readonly string[]): string {
  return [
    '  <Header value="Why, and a comment (not required)"/>',
    `  <Choices name="reason" toName="${to}" choice="single" showInline="true">`,
    ...choiceTags(reasons),
    '  </Choices>',
    `  <TextArea name="comment" toName="${to}" maxSubmissions="1"/>`,
    '  <View style="display: none">',
    `  <TextArea name="reviewer" toName="${to}" maxSubmissions="1"/>`,
    `  <Choices name="role" toName="${to}" choice="single">`,
    ...choiceTags(Object.values(roles)),
    '  </Choices>',
    '  </View>',
  ].join('\n');
}

export function choiceTags(values: readonly string[]): string[] {
  return values.map((value) => `    <Choice value="${value}"/>`);
}

/** A control’s result, as one choice or one text. */
export function said(id: string, name: string, controls: Controls, texts: readonly string[]): Result[] {
  const control = controls[name];
  if (!control || texts.length === 0) return [];
  const { to, type } = control;
  const key = type === 'textarea' ? 'text' : type;
  return [{ id, from_name: name, to_name: to, type, value: { [key]: texts } }];
}
