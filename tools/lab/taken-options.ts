/** Options of one command among those that it shares with another. */

/**
 * The values of the options `names`, each written `--name value` or `--name=value`, and all other arguments as they are.
 * @throws Error for an option without a value
 */
export function takeOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): { readonly given: Partial<Record<Name, string>>; readonly others: string[] } {
  const given: Partial<Record<Name, string>> = {};
  const others: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const [, written, inline] = /^--([\w-]+)(?:=(.*))?$/su.exec(arg) ?? [];
    const name = names.find((one) => one === written);
    if (name === undefined) {
      others.push(arg);
      continue;
    }
    const value = inline ?? args[++i];
    if (value === undefined) throw new Error(`--${name}: expected a value after it`);
    given[name] = value;
  }
  return { given, others };
}

/** Every option that is given, without its dashes. */
export const namesIn = (args: readonly string[]): string[] =>
  args.flatMap((arg) => /^--([\w-]+)/u.exec(arg)?.[1] ?? []);
