/** Splits texts into passages short enough to read at a glance. */
import type { AnchorData } from '../tasks/anchors';

/** Most UTF-16 units in a passage. Default: 800, about 140 words. A longer sentence stays whole. */
export interface PassageSettings {
  readonly most?: number;
  /** Locale for finding the ends of sentences, a hint only. Default: 'en' */
  readonly locale?: string;
}

/**
 * Passages of whole sentences, ended at a paragraph once they are half full. Ids are `text.passage`, counted
 * from 1: the same text gives the same ids.
 */
export function cutPassages(
  texts: readonly string[],
  { most = 800, locale = 'en' }: PassageSettings = {},
): AnchorData[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  return texts.flatMap((text, t) => {
    const passages: string[] = [];
    let open = '';
    const close = (): void => {
      if (open.trim() !== '') passages.push(open.trim());
      open = '';
    };
    // Every line break ends a sentence, and the segmenter is slow on long texts.
    for (const line of text.match(/[^\n]*\n|[^\n]+$/gu) ?? [])
      for (const { segment } of segmenter.segment(line)) {
        if (open.length + segment.trimEnd().length > most) close();
        open += segment;
        if (segment.endsWith('\n') && open.length > most / 2) close();
      }
    close();
    return passages.map((passage, p) => ({ text: passage, blockId: `${t + 1}.${p + 1}` }));
  });
}
