/** Where the sentences of a text begin. */
import type { Passage } from './blocks';
import { paragraphsOf } from './paragraphs';

const SENTENCE_END = /(?<=[.!?。！？]["”’»]?)\s*/u;

/** The sentences of a passage, paragraph by paragraph; wrapped lines stay as they are. */
export function sentencesOf(passage: Passage): string[] {
  return paragraphsOf(passage).flatMap((paragraph) =>
    paragraph.split(SENTENCE_END).filter((sentence) => sentence !== ''),
  );
}
