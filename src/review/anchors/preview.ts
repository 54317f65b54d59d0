/** A preview of a passage with its terms translated. */
import { isConfirmed, type AnchorSpan, type TextRange } from '../tasks/anchors';

export interface PreviewPart {
  readonly text: string;
  /** The span that this replaces; null for unchanged text. */
  readonly span: AnchorSpan | null;
}

/**
 * The passage in parts: each open or kept span is replaced by its first translation (a run samples one per block), or
 * left unchanged if it has none yet.
 */
export function previewOf(text: string, spans: readonly AnchorSpan[]): PreviewPart[] {
  const parts: PreviewPart[] = [];
  let at = 0;
  const plain = ({ end }: Pick<TextRange, 'end'>): void => {
    if (end > at) parts.push({ text: text.slice(at, end), span: null });
  };
  for (const span of spans) {
    if (!(isConfirmed(span) || span.status === 'drafted')) continue;
    plain({ end: span.start });
    parts.push({ text: span.translations[0] ?? text.slice(span.start, span.end), span });
    at = span.end;
  }
  plain({ end: text.length });
  return parts;
}
