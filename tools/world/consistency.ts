/** Compares the saga's prose with its facts: whoever the prose calls "the DESCRIPTION" must be that in the facts. */
import type { Fact } from './facts/fact';
import { bare } from './questions/prompts';

export interface Contradiction {
  readonly sentence: string;
  readonly fact: Fact;
}

/** Statements in the prose that contradict the description of a fact. */
export function contradictions(
  texts: readonly string[],
  facts: readonly Fact[],
  names: readonly string[],
): Contradiction[] {
  const name = `(${[...names]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')})`;
  const prose = texts.join('\n');
  return facts.flatMap((fact) => {
    const described = `the ${escape(fact.description)}`;
    const forms = [
      new RegExp(`${described} (?:is|was|is called|was called) (?:the )?${name}\\b`, 'gi'),
      new RegExp(`${described}, (?:the )?${name}\\b,`, 'gi'),
      new RegExp(`\\b${name} (?:is|was) ${described}\\b`, 'gi'),
      new RegExp(`(?<!of )\\b${name}, ${described}\\b`, 'gi'),
    ];
    const right = facts
      .filter(({ description }) => description === fact.description)
      .map(({ answer }) => bare(answer));
    return forms.flatMap((form) =>
      [...prose.matchAll(form)]
        .filter(([, said = '']) => !right.some((answer) => isSame(answer, said)))
        .map(([sentence]) => ({ sentence, fact })),
    );
  });
}

/** "Maelis" and "Maelis Quill" are the same person. */
function isSame(answer: string, said: string): boolean {
  const [a, b] = [answer.toLowerCase(), said.toLowerCase()];
  return a.includes(b) || b.includes(a);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
