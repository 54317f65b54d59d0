/** Prompts with places to fill, `{{passage}}`; the user may edit them. */

export interface Prompt {
  /** What the model is told first. */
  readonly system: string;
  /** The question, with places to fill. */
  readonly question: string;
}

/** The prompt with its places filled. A value whose place the user removed follows at the end, so that nothing is lost. */
export function fill(
  { system, question }: Prompt,
  values: Readonly<Record<string, string>>,
): readonly [{ role: 'system'; content: string }, { role: 'user'; content: string }] {
  const places = new RegExp(`\\{\\{(${Object.keys(values).join('|')})\\}\\}`, 'gu');
  const inPrompt = new Set(Array.from(question.matchAll(places), ([, name = '']) => name));
  const filled = question.replace(places, (_, name: string) => values[name] ?? '');
  const rest = Object.entries(values).filter(([name, value]) => !inPrompt.has(name) && value !== '');
  const content = [filled, ...rest.map(([, value]) => value)].join('\n\n');
  return [
    { role: 'system', content: system },
    { role: 'user', content },
  ];
}
