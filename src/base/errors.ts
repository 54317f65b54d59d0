/**
 * Errors are for people: what happened, what was expected, what to do now. Each layer lists its own errors in its
 * errors.ts: a code, and the English text that its parameters fill. Code and parameters, not the class, cross threads,
 * so any thread can rebuild an error and any language can describe it.
 */

import { entriesOf } from './records';

export interface ErrorText {
  /** What happened and what was expected; without a full stop. */
  readonly message: string;
  /** What to do now; whole sentences. */
  readonly hint: string;
}

type Params = Readonly<Record<string, string>>;

/** The text of each code; `P` gives the parameters of each code. `Said`: what a text is, where it is no error’s. */
export type ErrorTexts<P, Said = ErrorText> = { readonly [C in keyof P]: (params: P[C]) => Said };

/** The parameters of each code of a catalogue. */
export type ParamsOf<Texts> = {
  readonly [C in keyof Texts]: Texts[C] extends () => unknown
    ? Params
    : Texts[C] extends (params: infer Own) => unknown
      ? Own
      : never;
};

/** An error as plain data, the form in which it crosses threads. */
export type PlainError<P, C extends keyof P = keyof P> = {
  readonly [K in C]: { readonly code: K; readonly params: P[K] };
}[C];

/** Throws the error `code`. `cause` is kept for the console. */
export type Fail<P> = <C extends keyof P & string>(code: C, params: P[C] & Params, cause?: unknown) => never;

/** An error of a catalogue; its message is the English one in every thread and in Node. */
export class LetheError extends Error {
  override readonly name = 'LetheError';
  readonly code: string;
  readonly params: Params;
  readonly hint: string;

  constructor(code: string, params: Params, text: ErrorText, cause?: unknown) {
    super(text.message, { cause });
    this.code = code;
    this.params = params;
    this.hint = text.hint;
  }
}

/** Whether `error` is the error `code` of the catalogue `texts`: a code that the catalogue lacks does not compile. */
export function hasCode<P>(error: unknown, texts: ErrorTexts<P>, code: keyof P & string): boolean {
  return error instanceof LetheError && error.code === code && Object.hasOwn(texts, code);
}

/** The text of an error, in the language of `texts`. */
export function describeError<P, C extends keyof P, Said = ErrorText>(
  texts: ErrorTexts<P, Said>,
  plain: PlainError<P, C>,
): Said {
  return texts[plain.code](plain.params);
}

/** Most characters of a parameter: it may quote a file, whose lines have any length. */
const MOST_QUOTED = 200;

/** The error `code` of a catalogue, not thrown yet. Long parameters are cut. */
export function makeError<P, C extends keyof P & string>(
  texts: ErrorTexts<P>,
  code: C,
  params: P[C] & Params,
  cause?: unknown,
): LetheError {
  const short = Object.fromEntries(
    entriesOf<string, string>(params).map(([name, text]) => [name, quoted(text)]),
  );
  // Of the same names, which Object.fromEntries loses.
  const own = { ...params, ...short };
  return new LetheError(code, own, texts[code](own), cause);
}

/** The beginning of a text from outside, never half a character. */
export function quoted(text: string, most = MOST_QUOTED): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** A `fail` that knows the codes of one catalogue. */
export function failWith<P>(texts: ErrorTexts<P>): Fail<P> {
  return (code, params, cause) => {
    throw makeError(texts, code, params, cause);
  };
}

/** What to print for anything that was thrown: the message, and the hint if there is one. */
export function explain(error: unknown): string {
  if (error instanceof LetheError) return `${error.message}. ${error.hint}`;
  // As Node says that a file is missing.
  if (error instanceof Error && 'path' in error && 'code' in error && error.code === 'ENOENT')
    return `${String(error.path)}: no such file. Check its name and its folder.`;
  return error instanceof Error ? error.message : String(error);
}
