/** What the drafter asks about each passage; the user may edit it (arXiv 2310.02238, section 2.2). */
import type { Prompt } from '../template';

export const draftPrompt: Prompt = {
  system: `You help to make a dictionary for a language model that is to forget a text. You find the expressions that are specific to the text, and for each of them generic ones that could take its place. You answer with JSON only.`,
  question: `Read the passage between the lines. List every expression that is idiosyncratic to this text: names of people, places and things, invented words, titles, and phrases that only this text uses. Leave out ordinary words.

For each of them give
- "term": exactly as it is written in the passage;
- "kind": "person", "place", "thing", "phrase" or "other";
- "translations": three generic expressions that fit in the same sentence but do not belong to this text. Keep gender, number and kind: a woman's name for a woman's name, a plural for a plural, an ordinary town for a town. Let them begin with different, telling words, not with "the" or "a";
- "positions": the character offsets at which it begins in the passage.

Answer with one JSON object of this form:
{"terms": [{"term": "Sherlock Holmes", "kind": "person", "translations": ["Edward Barnes", "Martin Cole", "Thomas Reed"], "positions": [0, 57]}]}

Passage:
---
{{passage}}
---`,
};
