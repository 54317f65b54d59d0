/**
 * What is wrong with an answer, or with a term in it: a catalogue as that of the errors, of one phrase each. The model reads
 * it in English when it is asked again; the page says it in its own language.
 */
import { describeError, type ErrorTexts, type ParamsOf, type PlainError } from '../base/errors';

const english = {
  'cut-off': (): string => 'it is cut off',
  'no-json': (): string => 'there is no JSON in it',
  /** `said`: by the parser, in its own words */
  parser: (p: { said: string }): string => p.said,
  'key-twice': (p: { key: string }): string => `the key "${p.key}" is there twice`,
  'too-deep': (p: { most: string }): string => `expected JSON of at most ${p.most} levels`,
  'no-list': (): string => 'expected {"terms": […]}',
  item: (p: { expected: string; got: string }): string => `an item: expected ${p.expected}, got ${p.got}`,
  field: (p: { field: string; expected: string; got: string }): string =>
    `${p.field}: expected ${p.expected}, got ${p.got}`,
  'too-many': (p: { most: string }): string => `more than ${p.most} terms`,
  'no-expression': (p: { most: string }): string =>
    `expected letters or digits, no markup, at most ${p.most} characters`,
  'not-generic': (): string => 'expected generic ones other than the term',
  'terms-themselves': (): string => 'they are terms themselves',
};

type FaultParams = ParamsOf<typeof english>;

/** The whole catalogue in some language. */
export type FaultTexts = ErrorTexts<FaultParams, string>;
/** A fault as plain data. Parameters that an answer says are quoted. */
export type AnswerFault = PlainError<FaultParams>;

export const englishFaults: FaultTexts = english;

/** In English, without a full stop. */
export function explainFault(fault: AnswerFault): string {
  return describeError(englishFaults, fault);
}
