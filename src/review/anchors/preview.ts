/** What a passage becomes when its terms are translated. */
import { isConfirmed, type AnchorSpan, type TextRange } from '../tasks/anchors';

export interface PreviewPart {
  readonly text: string;
  /** The span that this stands for; null for text as it was. */
  readonly span: AnchorSpan | null;
}

/**
 * The passage in parts, each open or kept span by its first translation (a run draws one of them per block), and left
 * as it is where it has none yet.
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
