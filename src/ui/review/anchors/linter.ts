/** The dictionary lint during editing: constant parts are cached, so that a term is checked without delay. */
import type { Tokenizer } from '../../../files/tokenizer';
import type { Passage } from '../../../text/blocks';
import type { DictionaryEntry } from '../../../text/dictionary';
import { lint, type LintFinding } from '../../../text/dictionary-lint';

export interface LintTexts {
  readonly tokenizer: Tokenizer;
  readonly forget: readonly Passage[];
  readonly ordinary: readonly Passage[];
}

/** The findings of a whole dictionary, by term. Texts are encoded once. */
export function linter({
  tokenizer,
  forget,
  ordinary,
}: LintTexts): (dictionary: readonly DictionaryEntry[]) => Map<string, LintFinding[]> {
  const encoded = new Map<string, Int32Array>();
  const remembering: Tokenizer = {
    ...tokenizer,
    encode(text) {
      const ids = encoded.get(text) ?? tokenizer.encode(text);
      encoded.set(text, ids);
      return ids;
    },
  };
  return (dictionary) => {
    const byTerm = new Map<string, LintFinding[]>();
    for (const finding of lint(dictionary, { tokenizer: remembering, forget, ordinary })) {
      byTerm.set(finding.term, [...(byTerm.get(finding.term) ?? []), finding]);
    }
    return byTerm;
  };
}
