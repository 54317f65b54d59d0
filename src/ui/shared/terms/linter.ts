/** The dictionary lint during editing: constant parts are cached. */
import type { Tokenizer } from '../../../files/tokenizer';
import type { Passage } from '../../../text/blocks';
import type { DictionaryEntry } from '../../../text/dictionary';
import { lint, type LintFinding } from '../../../text/dictionary-lint';

export interface LintTexts {
  readonly tokenizer: Tokenizer;
  readonly forget: readonly Passage[];
  readonly ordinary: readonly Passage[];
}

/** By term. */
export type DictionaryFindings = ReadonlyMap<string, readonly LintFinding[]>;

/** The findings of a whole dictionary. @throws the signal’s reason */
export type Judge = (
  dictionary: readonly DictionaryEntry[],
  signal: AbortSignal,
) => Promise<DictionaryFindings>;

/** Looks for the findings for a term with certain translations. Returns how to cancel. */
export type FindFindings = (
  term: string,
  translations: readonly string[],
  onfound: (findings: readonly LintFinding[]) => void,
) => () => void;

/** Texts are encoded once. */
export function linter({ tokenizer, forget, ordinary }: LintTexts): Judge {
  const encoded = new Map<string, Int32Array>();
  const remembering: Tokenizer = {
    ...tokenizer,
    encode(text) {
      const ids = encoded.get(text) ?? tokenizer.encode(text);
      encoded.set(text, ids);
      return ids;
    },
  };
  return async (dictionary, signal) => {
    const byTerm = new Map<string, LintFinding[]>();
    for (const finding of await lint(dictionary, { tokenizer: remembering, forget, ordinary }, signal)) {
      const others = byTerm.get(finding.term) ?? [];
      others.push(finding);
      byTerm.set(finding.term, others);
    }
    return byTerm;
  };
}

/** Judges a dictionary and hands the findings on, unless it is cancelled first: the function that is returned does so. */
export function judged(
  judge: Judge | null,
  dictionary: readonly DictionaryEntry[],
  onfound: (findings: DictionaryFindings) => void,
): () => void {
  const controller = new AbortController();
  judge?.(dictionary, controller.signal).then(onfound, (error: unknown) => {
    if (!controller.signal.aborted) console.error(error);
  });
  return () => {
    controller.abort();
  };
}
