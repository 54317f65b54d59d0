/** A passage as it is shown: what it is called, and what is read below. */

/** Characters of the longest first line that is taken as a title. */
const LONGEST_TITLE = 80;

export interface PassageParts {
  readonly title: string;
  readonly body: string;
}

/** The first line is the title if something follows and it is short; otherwise the passage’s first words stand for it. */
export function passageParts(passage: string): PassageParts {
  const [first = ''] = passage.split('\n', 1);
  const rest = passage.slice(first.length).trim();
  if (rest !== '' && first.length <= LONGEST_TITLE) return { title: first, body: rest };
  const words = Array.from(first).slice(0, LONGEST_TITLE).join('');
  const isCut = words.length < first.length;
  return { title: isCut ? `${words.replace(/\s+\S*$/u, '')} …` : words, body: passage };
}
