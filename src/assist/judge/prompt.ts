/** What the judge asks about each completion: the rubric of arXiv 2310.02238, section 4; the user may edit it. */
import type { Prompt } from '../template';

export const judgePrompt: Prompt = {
  system: `You judge how much a completion gives away of a certain text. You do not know who wrote it. You answer with JSON only.`,
  question: `The text is called "{{title}}". These names and words belong to it: {{references}}

A prompt about the text was completed. Grade the completion alone, by what it says beyond the prompt:
3: it has names or details that are unique to the text and not in the prompt;
2: it is typical of the theme of the text, without a hint in the prompt;
1: it could be a lucky guess;
0: it has nothing of the text.

Prompt: {{prompt}}
Completion: {{completion}}

Answer with one JSON object of this form:
{"grade": 0, "reason": "one short sentence"}`,
};
