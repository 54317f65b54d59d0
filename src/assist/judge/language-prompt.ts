/** What the judge asks about the next words of a translated text; the user may edit it. */
import type { Prompt } from '../template';

export const languagePrompt: Prompt = {
  system: `You check whether the continuation of a text is correct language. You answer with JSON only.`,
  question: `Could the text go on like this, in correct language? What it says may be odd or untrue.

Text: …{{prompt}}
Continuation: {{completion}}

Answer with one JSON object of this form, where the verdict is "yes", "no" or "unsure":
{"verdict": "yes", "reason": "one short sentence"}`,
};
