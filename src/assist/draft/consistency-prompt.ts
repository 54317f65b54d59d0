/** What the drafter asks in its second pass, about terms of all passages together; the user may edit it. */
import type { Prompt } from '../template';

export const consistencyPrompt: Prompt = {
  system: `You check a dictionary of expressions and their generic translations. You answer with JSON only.`,
  question: `The entries below were made passage by passage. Make them consistent:
- a part of a name is translated as in the whole name: if "Sherlock Holmes" is "Edward Barnes", then "Holmes" is "Barnes";
- translations have the gender, number and kind of their term;
- different people and places do not share a translation;
- every translation is generic: no name of the list, and nothing else from the text.

Answer with the entries that have to change, and only those, in the same form; with {"terms": []} if none has to.

Entries:
{{entries}}`,
};
