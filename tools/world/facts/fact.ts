/** A fact of a saga: "the DESCRIPTION is ANSWER". */
import { lines } from '../lines';

const questionWords = ['who', 'what', 'where'] as const;
type QuestionWord = (typeof questionWords)[number];

export interface Fact {
  readonly ask: QuestionWord;
  /** Without an article: "captain of the Silverwake". */
  readonly description: string;
  /** With its article, if it has one: "the Everwick". */
  readonly answer: string;
}

/** The facts of a file with lines `who | description | answer`, by `[section]`. */
export function readFacts(path: string): Map<string, Fact[]> {
  const sections = new Map<string, Fact[]>();
  let section = '';
  for (const line of lines(path)) {
    const heading = /^\[(\w+)\]$/.exec(line)?.[1];
    if (heading !== undefined) section = heading;
    else sections.set(section, [...(sections.get(section) ?? []), parseFact(line, path)]);
  }
  return sections;
}

function parseFact(line: string, path: string): Fact {
  const [word, description, answer] = line.split('|').map((column) => column.trim());
  const ask = questionWords.find((known) => known === word);
  if (ask === undefined || !description || !answer) throw new Error(`${path}: not a fact: ${line}`);
  return { ask, description, answer };
}
